"""The child process of `files.DocumentRenderer`: a pickled document in, its files out."""

import pickle
import sys

from bot.documents.rendering import made


def main() -> None:
    """Render the document from stdin, and write the files to stdout."""
    wanted = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent
    pickle.dump(made(wanted), sys.stdout.buffer)


if __name__ == "__main__":
    main()
