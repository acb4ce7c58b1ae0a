"""Files uploaded by the bot or by people, and Telegram's objects about them."""

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sandbox.errors import bad_request
from sandbox.images import dimensions

MEGABYTE = 1024 * 1024
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE
DOWNLOAD_LIMIT = 20 * MEGABYTE
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20

Kind = Literal["photo", "document", "video", "animation", "audio", "voice", "sticker"]

TYPE_NAMES: dict[Kind, str] = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "animation": "Animation",
    "audio": "Audio",
    "voice": "VoiceNote",
    "sticker": "Sticker",
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A stored file; `path` is below `/file/bot<token>/`."""

    file_id: str
    unique_id: str
    path: str
    kind: Kind
    upload: Upload

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.upload.data)

    @property
    def ids(self) -> dict[str, Any]:
        """The fields that every Bot API object about a file has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """Stores files by id."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}

    def add(self, kind: Kind, upload: Upload) -> StoredFile:
        """Store an upload; refuse an empty or too big file, and a photo that is no picture."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise bad_request("file is too big")
        if kind == "photo":
            photo_size(upload)
        number = len(self._files) + 1
        digest = hashlib.sha256(upload.data).hexdigest()[:16]
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        file = StoredFile(
            file_id=f"sandbox-{kind}-{number}-{digest}",
            unique_id=f"u{digest}",
            path=f"{kind}s/file_{number}.{suffix}",
            kind=kind,
            upload=upload,
        )
        self._files[file.file_id] = file
        self._paths[file.path] = file
        return file

    def take(self, kind: Kind, given: Upload | str) -> StoredFile:
        """Return the file of an upload, or of the id of a file of the same kind."""
        if isinstance(given, Upload):
            return self.add(kind, given)
        file = self.get(given)
        if file is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if file.kind != kind:
            was, wanted = TYPE_NAMES[file.kind], TYPE_NAMES[kind]
            raise bad_request(f"can't use file of type {was} as {wanted}")
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """Find a file by its id."""
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """Find a file by its path."""
        return self._paths.get(path)


def photo_size(upload: Upload) -> tuple[int, int]:
    """Return width and height in pixels; refuse no picture, or one with impossible proportions."""
    size = dimensions(upload.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    low, high = sorted(size)
    if low < 1 or low + high > PHOTO_SIDES or high > low * PHOTO_RATIO:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def describe(file: StoredFile, params: Mapping[str, Any]) -> Any:
    """Return the Bot API object of the file's kind: PhotoSize[], Document, Video and so on."""
    if file.kind == "photo":
        width, height = photo_size(file.upload)
        return [{**file.ids, "width": width, "height": height}]
    result = describe_document(file)
    if file.kind == "voice":
        del result["file_name"]
    if file.kind in {"video", "animation"}:
        result |= {"width": params.get("width", 0), "height": params.get("height", 0)}
    if file.kind != "document":
        result["duration"] = params.get("duration", 0)
    if file.kind == "audio":
        result |= {name: params[name] for name in ("performer", "title") if name in params}
    return result


def describe_document(file: StoredFile) -> dict[str, Any]:
    """Return the Bot API's Document object of a file of any kind."""
    return {**file.ids, "file_name": file.upload.name, "mime_type": mime_type(file.upload)}


def mime_type(upload: Upload) -> str:
    """Return the content type by the file's name, or else the sender's."""
    return mimetypes.guess_type(upload.name)[0] or upload.content_type
