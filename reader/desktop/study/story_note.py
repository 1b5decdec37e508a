"""Above the card: the other articles on the same study, and whose value is whose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.desktop.flow import FlowLayout
from reader.desktop.study.card_footer import link_button
from reader.desktop.study.card_labels import text_label
from reader.desktop.tongue import tr
from reader.model.story import Contrast, Source, Story

_WORDS, _SOURCE = 60, 26


class StoryNote(QFrame):
    """Where the sources disagree; when asked for, all that they state. A click leads to the
    sentence in its own article."""

    #: An article of the story: its id, the field to show there.
    source_chosen = Signal(int, str)
    #: All is wanted, or only where they disagree.
    toggled = Signal()

    def __init__(self, story: Story, article_id: int, *, whole: bool) -> None:
        super().__init__()
        self._article_id = article_id
        self._count = len(story.sources)
        self.setObjectName("storyNote")
        self.setAccessibleName(tr("The same study elsewhere"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 10, 8)
        column.setSpacing(2)
        column.addLayout(self._head(story, whole=whole))
        for row in story.contrasts if whole else story.disagreements:
            self._add(column, row, whole=whole)

    def _head(self, story: Story, *, whole: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(text_label(_summary(story), "storyTitle"), 1)
        if len(story.contrasts) > len(story.disagreements):
            tip = tr("Only where they disagree") if whole else tr("What each of them states")
            show = link_button(tr("Less") if whole else tr("Compare all"), tip)
            show.setAccessibleName(tip)
            show.clicked.connect(self.toggled)
            head.addWidget(show)
        return head

    def _add(self, column: QVBoxLayout, row: Contrast, *, whole: bool) -> None:
        column.addWidget(text_label(row.label, "changesField"))
        for words, sources in row.values:
            column.addWidget(self._line(row, words, sources))
        if whole and row.silent:
            column.addWidget(self._line(row, tr("not stated"), row.silent))

    def _line(self, row: Contrast, words: str, sources: tuple[Source, ...]) -> QWidget:
        """A value, and those who state it."""
        box = QWidget()
        line = FlowLayout(2)
        line.setContentsMargins(12, 0, 0, 0)
        box.setLayout(line)
        line.addWidget(_value(words, differs=row.is_disagreement and words != "not stated"))
        if len(sources) == self._count > 2:
            line.addWidget(_value(tr("all {count}", count=self._count)))
            return box
        for source in sources:
            line.addWidget(self._source(row, words, source))
        return box

    def _source(self, row: Contrast, words: str, source: Source) -> QWidget:
        here = source.article_id == self._article_id
        name = tr("this article") if here else _cut(source.feed_title, _SOURCE)
        link = link_button(name, f"{source.feed_title}: {source.title}"[:300])
        link.setAccessibleName(
            tr("{label} {words} in {name}: show it there", label=row.label, words=words, name=name)
        )
        link.clicked.connect(lambda: self.source_chosen.emit(source.article_id, row.field))
        return link


def _summary(story: Story) -> str:
    apart = len(story.disagreements)
    words = tr("{sources} sources report this study", sources=len(story.sources))
    if not apart:
        return words + "."
    return tr(
        "{words} and disagree on {apart} {noun}.",
        words=words,
        apart=apart,
        noun=tr("point") if apart == 1 else tr("points"),
    )


def _value(words: str, *, differs: bool = False) -> QLabel:
    made = text_label(_cut(words, _WORDS), "storyValue")
    made.setWordWrap(False)
    made.setProperty("differs", differs)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1]}…"
