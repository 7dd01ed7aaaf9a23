"""LibreOffice at work: a profile of its own, a limited time, nothing fetched, nothing left behind."""

from __future__ import annotations

import http.server
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from drafter import office
from drafter.office import Conversion, OfficeError, OfficeMissingError, convert

HOW = Conversion(".rtf", ".docx", "MS Word 2007 XML")

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")),
    reason="LibreOffice is not installed",
)
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def test_says_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_USUAL_PLACES", ())
    with pytest.raises(OfficeMissingError):
        convert(b"", HOW)


@needs_shell
def test_works_in_a_folder_of_its_own(stand_in: Path, scratch: Path) -> None:
    stand_in.write_text(
        '#!/bin/sh\nfor last; do :; done\nfolder=$(dirname "$last")/converted\nmkdir "$folder"\n'
        'cat "$(dirname "$last")/profile/user/registrymodifications.xcu" > "$folder/document.docx"\n'
        'echo "$@" >> "$folder/document.docx"\n'
    )
    said = convert(b"{\\rtf1}", HOW).decode()
    assert f"-env:UserInstallation={scratch.as_uri()}/drafter-" in said
    assert "DisableMacrosExecution" in said
    assert list(scratch.iterdir()) == []


@needs_shell
def test_passes_on_what_it_said(stand_in: Path, scratch: Path) -> None:
    stand_in.write_text("#!/bin/sh\necho source file could not be loaded >&2\n")
    with pytest.raises(OfficeError, match="it said: source file could not be loaded"):
        convert(b"", HOW)
    assert list(scratch.iterdir()) == []


@needs_shell
@pytest.mark.parametrize("launcher", ["wait", "exit 0"], ids=["waiting", "gone"])
def test_stops_all_its_processes_when_it_hangs(
    stand_in: Path, scratch: Path, tmp_path: Path, launcher: str
) -> None:
    late = tmp_path / "late"
    stand_in.write_text(f"#!/bin/sh\n(sleep 1; touch {late}) &\n{launcher}\n")
    with pytest.raises(OfficeError, match=r"did not finish within 0\.3 seconds"):
        convert(b"", Conversion(".rtf", ".docx", "MS Word 2007 XML", patience=0.3))
    assert list(scratch.iterdir()) == []
    time.sleep(1)
    assert not late.exists()


_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_LINKED = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_NAMES}:office:1.0" xmlns:text="{_NAMES}:text:1.0"
 xmlns:draw="{_NAMES}:drawing:1.0" xmlns:svg="{_NAMES}:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>One
<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image
 xlink:href="ADDRESS" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>
</text:p></office:text></office:body></office:document>"""


class _Listener(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.office
@pytest.mark.slow
@needs_office
def test_fetches_nothing_that_a_file_points_to(scratch: Path) -> None:
    _Listener.asked = []
    with http.server.HTTPServer(("127.0.0.1", 0), _Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        linked = _LINKED.replace("ADDRESS", f"{address}/a.png").encode()
        assert convert(linked, Conversion(".fodt", ".docx", HOW.filter)).startswith(b"PK")
        server.shutdown()
    assert _Listener.asked == []
    assert list(scratch.iterdir()) == []
