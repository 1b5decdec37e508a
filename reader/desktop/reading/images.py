"""Pictures of an article on screen: unpacked from what the archive holds, no wider than the column."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from reader.model.article import Article
from reader.model.picture import Picture
from reader.operations.bringing_along import brought_along
from reader.store.store import Store

#: Pixels of a side that are unpacked at most, and of height that a picture takes on screen.
UNPACKED, TALLEST = 2_400, 900


@dataclass(slots=True)
class Images:
    """The pictures of one document, by the positions where they stand."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    _placed: list[tuple[int, QSize]] = field(default_factory=list)

    def insert(self, cursor: QTextCursor, source: str, words: str) -> bool:
        """Put the picture of an address into a document; False where there is none to be shown."""
        picture = self.pictures.get(source)
        image = unpacked(picture) if picture else QImage()
        if picture is None or image.isNull():
            return False
        name = f"archive:{len(self._placed)}"
        cursor.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name), image
        )
        shape = QTextImageFormat()
        shape.setName(name)
        shape.setToolTip("")
        shape.setProperty(QTextFormat.Property.ImageAltText.value, words)
        self._placed.append((cursor.position(), QSize(picture.width, picture.height)))
        cursor.insertImage(shape)
        return True

    def fit(self, document: QTextDocument, column: float) -> None:
        """Let none be wider than the column, and none larger than it is."""
        cursor = QTextCursor(document)
        for position, size in self._placed:
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            shape = cursor.charFormat().toImageFormat()
            share = min(1.0, column / size.width(), TALLEST / size.height())
            if shape.isValid() and shape.width() != size.width() * share:
                shape.setWidth(size.width() * share)
                shape.setHeight(size.height() * share)
                cursor.setCharFormat(shape)


def images_of(store: Store, article: Article) -> Images:
    """The pictures that the archive keeps of an article, and those that it brings along."""
    if '"image"' not in article.content.layout:
        return Images()
    return Images(brought_along(article) | store.pictures.of(article.id))


def unpacked(picture: Picture) -> QImage:
    """The picture, read as the kind it is and as no other, no larger than a screen needs."""
    data = QByteArray(picture.body)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(picture.kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = QSize(picture.width, picture.height)
    if max(picture.width, picture.height) > UNPACKED:
        reader.setScaledSize(size.scaled(UNPACKED, UNPACKED, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
