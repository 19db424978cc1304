"""Files on their way into the workspace: an address for each, the bytes that were sent there, what was shown.

As with Slack, a file is nobody's until it is completed, and completed only once. What Slack does with another number of
bytes than was announced is not documented: here the upload is refused, so that a mistake is seen.
"""

import dataclasses
import mimetypes
import secrets
import struct

from sandbox.state import Json, Workspace

LARGEST = 1 << 30
ALT_TEXT = 1_000
PNG = b"\x89PNG\r\n\x1a\n"
PRETTY = {"csv": "CSV", "pdf": "PDF", "png": "PNG", "xlsx": "Excel Spreadsheet"}


@dataclasses.dataclass
class Upload:
    """One file. `token` is the secret part of its upload address; `content` is None until it was sent."""

    id: str
    token: str
    name: str
    length: int
    alt_text: str = ""
    content: bytes | None = None
    title: str = ""
    completed: bool = False

    @property
    def mimetype(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


class Uploads:
    """All files, by id."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.files: dict[str, Upload] = {}

    def begin(self, name: str, length: int, alt_text: str) -> Upload:
        upload = Upload(self.workspace.new_id("F"), secrets.token_urlsafe(18), name, length, alt_text)
        with self.workspace.changing():
            self.files[upload.id] = upload
        return upload

    def receive(self, token: str, content: bytes) -> str:
        """Takes the bytes for an address; returns why not, or "" when they were taken."""
        upload = next((one for one in self.files.values() if one.token == token), None)
        if upload is None or upload.completed:
            return "no such upload"
        if len(content) != upload.length:
            return f"{len(content)} bytes, but {upload.length} were announced"
        with self.workspace.changing():
            upload.content = content
        return ""

    def uploaded(self, file_id: str) -> Upload | None:
        """The file with that id whose bytes are there and which is not completed yet, or None."""
        upload = self.files.get(file_id)
        return upload if upload is not None and upload.content is not None and not upload.completed else None

    def shown(self, file_id: str) -> Upload | None:
        """The completed file with that id, or None."""
        upload = self.files.get(file_id)
        return upload if upload is not None and upload.completed else None

    def file_object(self, upload: Upload, base_url: str) -> Json:
        """The file as Slack describes it in a message."""
        suffix = upload.name.rpartition(".")[2].lower()
        url = f"{base_url}/sandbox/files/{upload.id}"
        now = int(self.workspace.clock.time())
        return {
            "id": upload.id,
            "created": now,
            "timestamp": now,
            "name": upload.name,
            "title": upload.title or upload.name,
            "mimetype": upload.mimetype,
            "filetype": suffix,
            "pretty_type": PRETTY.get(suffix, suffix.upper()),
            "user": self.workspace.bot.user_id,
            "size": upload.length,
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": url,
            "url_private_download": f"{url}?download=1",
            **({"alt_txt": upload.alt_text} if upload.alt_text else {}),
            **_measures(upload.content or b""),
        }


def _measures(content: bytes) -> Json:
    """Width and height of a PNG, which stand behind its first 16 bytes; nothing for any other file."""
    if not content.startswith(PNG) or len(content) < 24:
        return {}
    width, height = struct.unpack(">II", content[16:24])
    return {"original_w": width, "original_h": height}
