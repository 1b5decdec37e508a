"""The panes of one window, and the session they show."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.desktop.articles.list_pane import ListPane
from reader.desktop.feeds.sidebar import Sidebar
from reader.desktop.first_run import FirstRun
from reader.desktop.jobs import Jobs, Questions
from reader.desktop.opened import Opened
from reader.desktop.reading.reading_pane import ReadingPane
from reader.desktop.search.facet_band import FacetBand
from reader.desktop.search.query_strip import QueryStrip
from reader.desktop.search.search_bar import SearchBar
from reader.desktop.session import Session
from reader.desktop.side_panel import SidePanel
from reader.desktop.status_line import StatusLine
from reader.desktop.theme import Theme
from reader.desktop.updating import Updater
from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Panes:
    """What a window is made of; only the window and the deeds see all of it."""

    window: QWidget
    session: Session
    theme: Theme
    jobs: Jobs
    questions: Questions
    updater: Updater
    stack: QStackedWidget
    first_run: FirstRun
    search: SearchBar
    strip: QueryStrip
    facets: FacetBand
    sidebar: Sidebar
    list: ListPane
    reading: ReadingPane
    side: SidePanel
    status: StatusLine
    opened: Opened

    def chosen_ids(self) -> Sequence[int]:
        """The articles that are chosen in the list; where none is, the one that is read."""
        chosen, article = self.list.selected_ids(), self.opened.article
        return chosen or ([article.id] if article and self.reading.isVisible() else [])
