"""Projects of VIA 3: its regions in the words of VIA 2, read piece by piece whatever the size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from engine.interchange.json_pieces import JsonPieces, opened_pieces
from engine.interchange.outlines import ShapeError, numbers_of

# The numbers with which VIA 3 names things.
_IMAGE = 2
_LOCAL, _INLINE = 1, 4
_CHECKBOX = 2
_RECTANGLE, _CIRCLE, _ELLIPSE, _POLYGON, _EXTREME_RECTANGLE, _EXTREME_CIRCLE = 2, 3, 4, 7, 8, 9
_LINES = (1, 5, 6)
_SIDES = {  # what the numbers of a shape are called in VIA 2
    _RECTANGLE: ("rect", ("x", "y", "width", "height")),
    _CIRCLE: ("circle", ("cx", "cy", "r")),
    _ELLIPSE: ("ellipse", ("cx", "cy", "rx", "ry")),
}
LEFT_OUT = "left_out"
Region = tuple[str, dict[str, Any], dict[str, Any]]  # image, shape, attributes


def is_via_3(project: Any) -> bool:
    """Tell whether the member `project` of a JSON file is one of VIA 3."""
    return (
        isinstance(project, dict) and "pid" in project and ("vid_list" in project or "data_format_version" in project)
    )


class Via3Project:
    """A project, opened: which images and attributes it has. Metadata, of which there may be very many, come later."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.images: dict[str, None] = {}  # their names, in order
        self.options: dict[str, dict[str, str]] = {}  # attribute -> option -> what people see
        self._attributes: dict[str, tuple[str, Any]] = {}  # id -> name, type
        self._files: dict[str, str] = {}  # id -> name
        self._views: dict[str, list[str]] = {}
        self._prefixes: dict[str, str] = {}
        for name, pieces in self._members(lambda _: None):
            if name == "metadata" and pieces.opens("{"):
                for _ in pieces.pairs():
                    pass
                continue
            items = pieces.value()
            pairs = items.items() if isinstance(items, dict) else ()
            known = {str(key): each for key, each in pairs if isinstance(each, dict)}
            if name == "config":
                self._prefixes = _prefixes(known.get("file", {}))
            elif name == "attribute":
                self._read_attributes(known)
            elif name == "file":
                self._files = {key: self._name(each) for key, each in known.items()}
                names = [self._files[key] for key, each in known.items() if each.get("type") == _IMAGE]
                self.images = dict.fromkeys(filter(None, names))
            elif name == "view":
                lists = {key: each.get("fid_list") for key, each in known.items()}
                self._views = {key: [str(fid) for fid in each] for key, each in lists.items() if isinstance(each, list)}

    def regions(self, told: Callable[[int], None]) -> Iterator[Region]:
        """Yield the regions; a shape that is none of an image says why under `left_out`."""
        for name, pieces in self._members(told):
            if name != "metadata" or not pieces.opens("{"):
                pieces.skip()
                continue
            for _, item in pieces.pairs():
                if isinstance(item, dict):
                    yield self._region(item)

    def _members(self, told: Callable[[int], None]) -> Iterator[tuple[str, JsonPieces]]:
        with opened_pieces(self._path, told) as pieces:
            for name in pieces.members():
                yield name, pieces

    def _read_attributes(self, items: dict[str, dict[str, Any]]) -> None:
        for key, each in items.items():
            name, options = str(each.get("aname") or "").strip() or f"attribute {key}", each.get("options")
            self._attributes[key] = name, each.get("type")
            if isinstance(options, dict) and options:
                self.options[name] = {str(option): str(text).strip() or str(option) for option, text in options.items()}

    def _name(self, file: dict[str, Any]) -> str:
        """Return the name of an image; where VIA fetches it from says more of its folders than what it shows."""
        shown, source, place = str(file.get("fname") or ""), str(file.get("src") or ""), file.get("loc")
        if place in (_LOCAL, _INLINE) or not source:
            return shown
        whole = self._prefixes.get(str(place), "") + source
        path = unquote(whole.split("?")[0].split("#")[0]) if "://" in whole else whole
        return path if PurePosixPath(path).name else shown

    def _region(self, item: dict[str, Any]) -> Region:
        fids = self._views.get(str(item.get("vid")), [])
        name = self._files.get(fids[0], "") if fids else ""
        if item.get("xy") == []:
            return name, {LEFT_OUT: "that describe a whole image or a stretch of time"}, {}
        if len(fids) > 1:
            return name, {LEFT_OUT: "of a view of several images"}, {}
        if item.get("z") or name not in self.images:
            return name, {LEFT_OUT: "of a video or of no image at all"}, {}
        return name, _shape(item.get("xy")), self._values(item.get("av"))

    def _values(self, values: Any) -> dict[str, Any]:
        answer: dict[str, Any] = {}
        for key, value in values.items() if isinstance(values, dict) else ():
            name, kind = self._attributes.get(str(key), (f"attribute {key}", None))
            is_ticked = kind == _CHECKBOX and isinstance(value, str)
            answer[name] = dict.fromkeys(filter(None, value.split(",")), True) if is_ticked else value
        if len(answer) == 1 and list(answer) == list(answer.values()):
            return {"category": value}  # what VIA 3 makes of COCO: an attribute for each category
        return answer


def _prefixes(file: dict[str, Any]) -> dict[str, str]:
    """Return what VIA 3 puts before the place of a file, by the kind of place."""
    found = file.get("loc_prefix")
    return {str(key): str(text or "") for key, text in found.items()} if isinstance(found, dict) else {}


def _shape(xy: Any) -> dict[str, Any]:
    """Return a shape as VIA 2 says it."""
    if not isinstance(xy, list) or not xy:
        return {"name": "none"}
    kind, numbers = xy[0], xy[1:]
    if kind in _LINES:
        return {"name": "polyline"}
    if kind == _POLYGON:
        return {"name": "polygon", "all_points_x": numbers[::2], "all_points_y": numbers[1::2]}
    if kind in (_EXTREME_RECTANGLE, _EXTREME_CIRCLE):
        return _extreme(kind, numbers)
    name, sides = _SIDES.get(kind, ("none", ())) if isinstance(kind, int) else ("none", ())
    return {"name": name, **dict(zip(sides, numbers, strict=False))}


def _extreme(kind: int, numbers: list[Any]) -> dict[str, Any]:
    """Return the rectangle around four points, or the circle through three."""
    try:
        values = numbers_of(numbers).tolist()
    except ShapeError as err:
        return {LEFT_OUT: str(err)}
    x, y = values[::2], values[1::2]
    if kind == _EXTREME_RECTANGLE and len(x) == len(y) == 4:
        return {"name": "rect", "x": min(x), "y": min(y), "width": max(x) - min(x), "height": max(y) - min(y)}
    if kind == _EXTREME_CIRCLE and len(x) == len(y) == 3:
        return _circle(x, y)
    return {LEFT_OUT: "without coordinates"}


def _circle(x: list[float], y: list[float]) -> dict[str, Any]:
    """Return the circle through three points."""
    bx, by, cx, cy = x[1] - x[0], y[1] - y[0], x[2] - x[0], y[2] - y[0]
    twice_area = 2 * (bx * cy - by * cx)
    if not twice_area:
        return {LEFT_OUT: "without an area"}
    across = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice_area
    down = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice_area
    return {"name": "circle", "cx": x[0] + across, "cy": y[0] + down, "r": (across**2 + down**2) ** 0.5}
