"""A device for pdfminer that keeps characters and lines, and stops at endless pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, PathSegment, Point, Rect

from drafter.read.formats.pdf.faces import UNKNOWN, Face, character, face_of
from drafter.read.formats.pdf.glyphs import Box, Glyph, Sheet
from drafter.read.formats.pdf.guards import EndlessPage

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdfdevice import PDFTextSeq
    from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFStackT
    from pdfminer.pdfpage import PDFPage

MOST_EVENTS = 200_000
"""What one page may paint: a dense page has 6,000 characters."""
MOST_ON_A_PAGE = 4_000_000
MOST_IN_ALL = 64_000_000
"""Bytes of content: a dense page has 100,000."""

_LEANS = (0.1, 0.6)
_STRAIGHT = 0.01
_WIDEST = 100_000.0
_SOFT_HYPHEN = "\u00ad"
_BLANK_CODE = 32


class Device(PDFTextDevice):
    """Collects what a page paints; ``sheet`` gives it away."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.faces: dict[int, tuple[PDFFont, Face]] = {}
        self.spoken: list[str] = []
        self.spent = 0
        self._clear(0.0, 0.0)

    def _clear(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.glyphs: list[Glyph] = []
        self.turned: list[Glyph] = []
        self.other: list[str] = []
        self.boxes: list[Box] = []
        self.events = self.unknown = self.spent_on_page = 0

    def spend(self, size: int) -> None:
        """Count bytes of content that are run. Raises EndlessPage when they are too many."""
        self.spent += size
        self.spent_on_page += size
        if self.spent_on_page > MOST_ON_A_PAGE or self.spent > MOST_IN_ALL:
            raise EndlessPage

    def sheet(self, number: int) -> Sheet:
        """Return the page as it was painted; one whose text runs upwards is turned."""
        glyphs, rest, boxes = self.glyphs, self.turned, self.boxes
        sizes = self.width, self.height
        if len(rest) > len(glyphs):
            glyphs, rest = rest, glyphs
            boxes = [_turned_box(box, self.height) for box in boxes]
            sizes = self.height, self.width
        aside = "".join(glyph.text for glyph in rest) + "".join(self.other)
        return Sheet(number, *sizes, tuple(glyphs), tuple(boxes), self.unknown, aside)

    # --- what pdfminer calls ---------------------------------------------------------------------

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin a page of its own size."""
        x0, y0, x1, y1 = page.mediabox
        wide, high = abs(x1 - x0), abs(y1 - y0)
        self._clear(*((wide, high) if abs(ctm[0]) > abs(ctm[1]) else (high, wide)))

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """Count a form: forms inside forms can be made to paint without end."""
        del name, bbox, matrix
        self._count()

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Keep what a stretch is said to mean."""
        del tag
        said = props.get("ActualText") if isinstance(props, dict) else None
        self.spoken.append(_spoken(said) if isinstance(said, bytes) else "")

    def end_tag(self) -> None:
        """Forget what the stretch that ends here meant."""
        if self.spoken:
            self.spoken.pop()

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,  # noqa: FBT001 - pdfminer's signature
        fill: bool,  # noqa: FBT001
        evenodd: bool,  # noqa: FBT001
        path: Sequence[PathSegment],
    ) -> None:
        """Keep rectangles and straight lines."""
        del evenodd
        self._count()
        if stroke or fill:
            half = float(graphicstate.linewidth or 0.0) / 2 if stroke else 0.0
            self.boxes += self._boxes(path, half)

    def render_string_horizontal(  # noqa: PLR0913, PLR0917 - pdfminer's signature
        self,
        seq: PDFTextSeq,
        matrix: Matrix,
        pos: Point,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> Point:
        """Keep the characters of a string; the sum is the same as pdfminer's own."""
        del ncs, graphicstate
        x, y = pos
        face, advance = self._face(font), fontsize * scaling
        follows = False
        for piece in seq:
            if isinstance(piece, int | float):
                x -= piece * dxscale
                follows = True
                continue
            for code in font.decode(piece):
                x += charspace if follows else 0.0
                text, width = face.codes.get(code) or character(face, font, code)
                self._glyph(face, text, matrix, (x, y + rise), (width * advance, fontsize))
                x += width * advance + (wordspace if code == _BLANK_CODE else 0.0)
                follows = True
        return (x, y)

    # --- its parts -------------------------------------------------------------------------------

    def _count(self) -> None:
        self.events += 1
        if self.events > MOST_EVENTS:
            raise EndlessPage

    def _glyph(
        self, face: Face, text: str, matrix: Matrix, at: Point, extent: tuple[float, float]
    ) -> None:
        self._count()
        if face.barcode or not text:
            return
        self.unknown += text == UNKNOWN
        a, b, c, d, e, f = matrix
        x, y = at
        left, base = a * x + c * y + e, b * x + d * y + f
        if not (abs(left) < _WIDEST and abs(base) < _WIDEST):
            return
        width, size = extent
        if self.spoken and self.spoken[-1] == _SOFT_HYPHEN and text == "-":
            text = _SOFT_HYPHEN
        if abs(b) <= _STRAIGHT * abs(a) and a > 0:
            leans = d != 0 and _LEANS[0] < c / d < _LEANS[1]
            top = self.height - base
            self.glyphs.append(
                Glyph(
                    text,
                    left,
                    left + width * a,
                    top,
                    abs(size * d),
                    face.bold,
                    face.italic or leans,
                )
            )
        elif abs(a) <= _STRAIGHT * abs(b) and b > 0:
            glyph = Glyph(text, base, base + width * b, left, abs(size * c), face.bold, face.italic)
            self.turned.append(glyph)
        else:
            self.other.append(text)

    def _face(self, font: PDFFont) -> Face:
        known = self.faces.get(id(font))
        if known is None:
            known = self.faces[id(font)] = (font, face_of(font))
        return known[1]

    def _boxes(self, path: Sequence[PathSegment], half: float) -> Iterator[Box]:
        """Yield the lines of a path: a flat shape as one, the sides of a larger one each."""
        points = [
            self._point(cast("Point", segment[-2:])) for segment in path if segment[0] in "mlv"
        ]
        if len(points) != len([segment for segment in path if segment[0] != "h"]):
            return
        whole = _around(points, half)
        if whole.flat or whole.upright:
            yield whole
        elif half:
            for one, other in zip(points, points[1:] + points[:1], strict=True):
                side = _around([one, other], half)
                if side.flat or side.upright:
                    yield side

    def _point(self, point: Point) -> Point:
        a, b, c, d, e, f = cast("Matrix", self.ctm)
        x, y = point
        return (a * x + c * y + e, self.height - (b * x + d * y + f))


def _around(points: Sequence[Point], half: float) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs) - half, max(xs) + half, min(ys) - half, max(ys) + half)


def _turned_box(box: Box, height: float) -> Box:
    return Box(height - box.y1, height - box.y0, box.x0, box.x1)


def _spoken(said: bytes) -> str:
    wide = said.startswith(b"\xfe\xff")
    return said[2:].decode("utf-16-be", "replace") if wide else said.decode("latin-1")
