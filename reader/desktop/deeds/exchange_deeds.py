"""What can be done with other programs: export, import, copy."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.desktop.deeds.placing import with_ending
from reader.desktop.export.export_dialog import ExportDialog, Scope
from reader.desktop.export.import_dialog import ImportDialog
from reader.desktop.jobs import Job
from reader.desktop.panes import Panes
from reader.desktop.reading.document import Frame
from reader.desktop.reading.images import images_of
from reader.desktop.reading.printing import as_pdf, on_paper
from reader.desktop.tongue import tr
from reader.export.file_names import file_name
from reader.export.formats import Format
from reader.export.places import whole
from reader.export.plain import day
from reader.model.article import Article
from reader.model.change import Step
from reader.model.errors import ReaderError
from reader.model.layout import Layout
from reader.model.query import ArticleQuery
from reader.model.record import Wishes
from reader.operations.annotating import marked
from reader.operations.exporting import export, export_ids
from reader.operations.importing import (
    Preview,
    accept,
    bytes_of,
    is_feed_list,
    look_at_all,
    preview,
)
from reader.operations.quoting import link_to_passage, quote_with_citation
from reader.workers.pool import Workers

_SELECT = "Select some words of the article first."


class ExchangeDeeds:
    """Getting articles, studies and notes out, and those of others in."""

    def __init__(self, panes: Panes, workers: Workers) -> None:
        self._panes = panes
        self._session = panes.session
        self._store = panes.session.store
        self._workers = workers
        self._exports: dict[Job, Path] = {}
        panes.jobs.stepped.connect(self._tell)
        panes.jobs.finished.connect(lambda job: self._exports.pop(job, None))

    def export(self) -> None:
        """Choose what, how and where to, then write it."""
        dialog = self.export_dialog()
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        path = self._place(dialog.format)
        if path:
            self.export_to(path, dialog.scope, dialog.format, dialog.wishes)

    def export_dialog(self) -> ExportDialog:
        """The dialog for exports, not yet shown."""
        selected = len(self._panes.list.selected_ids())
        scopes = [Scope("list", tr("The list as it is now"), len(self._panes.list.model.ids))]
        if selected > 1:
            scopes.insert(0, Scope("selected", tr("The selected articles"), selected))
        elif selected:
            scopes.append(Scope("selected", tr("The selected article"), selected))
        scopes.append(Scope("all", tr("The whole archive"), self._store.articles.total()))
        return ExportDialog(scopes, self._panes.window)

    def export_to(self, path: Path, scope: str, chosen: Format, wishes: Wishes) -> None:
        """Write what was chosen; the rest of the window goes on meanwhile."""
        listed = self._panes.list
        if scope == "selected":
            article_ids = listed.selected_ids()
        elif scope == "list":
            article_ids = list(listed.model.ids)
            wishes = replace(wishes, asked=listed.query.words)
        else:
            article_ids = export_ids(self._store, ArticleQuery())
        steps = export(self._store, article_ids, chosen.name, path, wishes)
        steps = self._panes.updater.with_texts(steps)
        self._exports[self._panes.jobs.start(tr("Exporting"), steps, reads=True)] = path

    def save_pdf(self) -> None:
        """Choose a file and write the open article there, with highlights and notes."""
        article = self._panes.opened.article
        if article is None:
            self._panes.status.say(tr("Choose an article first."))
            return
        name = file_name(article.content.title, (), ".pdf")
        found, _ = QFileDialog.getSaveFileName(
            self._panes.window, tr("Save as PDF"), f"{QDir.homePath()}/{name}", tr("PDF (*.pdf)")
        )
        if path := with_ending(self._panes.window, found, ".pdf"):
            self.write_pdf(path)

    def write_pdf(self, path: Path) -> None:
        """Write the open article as PDF."""
        article = self._panes.opened.article
        if article is None:
            return
        said = article.content
        parts = (article.feed_title, article.author, day(article.published), article.link)
        document = on_paper(
            said.text,
            Layout.of(said.text, said.layout),
            Frame(
                " · ".join(part for part in parts if part), images=images_of(self._store, article)
            ),
            marked(self._store, article),
            self._store.notes.of_article(article.id),
            lined=self._panes.reading.view.lined,
        )
        try:
            with whole(path, binary=True) as file:
                file.write(as_pdf(document, said.title))
        except ReaderError as error:
            self._panes.status.say(str(error), trouble=True, stays=True)
            return
        self._panes.status.say(tr("Saved to {path}", path=path), stays=True)

    def import_files(self) -> None:
        """Choose files, see what they would bring, and take it in."""
        self.import_dialog().exec()

    def import_dialog(self) -> ImportDialog:
        """The dialog for imports, not yet shown."""
        dialog = ImportDialog(self._look, self._panes.questions, self._panes.window)
        dialog.agreed.connect(self._take)
        return dialog

    def copy_quote(self) -> None:
        """Copy the selected words with where they are from."""
        self._copy(quote_with_citation, tr("Copied with its source."))

    def copy_passage_link(self) -> None:
        """Copy an address at which a browser shows the selected words."""
        self._copy(link_to_passage, tr("Link copied. A browser opens the article at these words."))

    def _copy(self, operation: Callable[[Article, int, int], str], said: str) -> None:
        article, selected = self._panes.opened.article, self._panes.reading.view.selected()
        if article is None or selected is None:
            self._panes.status.say(tr(_SELECT))
            return
        try:
            QGuiApplication.clipboard().setText(operation(article, *selected))
        except ReaderError as error:
            said = str(error)
        self._panes.status.say(said)

    def _place(self, chosen: Format) -> Path | None:
        """Where to write: a folder for Markdown, else a file."""
        window, home = self._panes.window, QDir.homePath()
        if not chosen.ending:
            found = QFileDialog.getExistingDirectory(window, tr("Folder for the pages"), home)
            return Path(found) if found else None
        usual = f"{home}/studywire{chosen.ending}"
        kinds = tr(
            "{label} (*{ending});;All files (*)", label=tr(chosen.label), ending=chosen.ending
        )
        found, _ = QFileDialog.getSaveFileName(window, tr("Export to"), usual, kinds)
        return with_ending(window, found, chosen.ending)

    def _look(self, paths: Sequence[Path]) -> Preview:
        """Off the user's thread. A list of feeds is shown by the dialog for those."""
        if len(paths) == 1 and not paths[0].is_dir() and is_feed_list(paths[0], bytes_of(paths[0])):
            raise ReaderError(
                "This is a list of feeds. Choose “Import OPML…” in the menu to follow them."
            )
        return preview(self._store, look_at_all(self._workers, paths))

    def _take(self, shown: Preview) -> None:
        if self._session.do(lambda: accept(self._store, shown)):
            self._panes.updater.catch_up()

    def _tell(self, job: Job, step: Step) -> None:
        """Say what became of an export when it has ended."""
        path = self._exports.get(job)
        if path is None or step.report is None:
            return
        beside = len(step.report.get("beside_names", ()))
        words = tr("{value:,} exported to {path}", value=step.report["written"], path=path)
        if beside:
            words += tr(
                "; {beside:,} pages that you changed stay, ours lie beside them", beside=beside
            )
        self._panes.status.say(words, stays=True)
