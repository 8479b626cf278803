"""Python as one types it at its prompt, for tests: a statement a line comes in, and its answer, a line, goes out:
the repr of what it gave, or the name of its errno."""

import errno
import socket
import struct
import sys


def answer(statement, names):
    try:
        try:
            return repr(eval(statement, names))
        except SyntaxError:
            exec(statement, names)
            return "done"
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))


def main():
    names = {"socket": socket, "struct": struct}
    while line := sys.stdin.readline():
        print(answer(line.strip(), names), flush=True)


if __name__ == "__main__":
    main()
