"""Writes fixtures/bank/archives/ with Python's zipfile and gzip, so that they are not made by what reads them.

Run it from the repository: python3 scripts/make-archives.py
"""
import gzip
import io
import zipfile

BANK = 'fixtures/bank/'
OUT = BANK + 'archives/'


def read(path):
    with open(BANK + path, 'rb') as file:
        return file.read()


def member(name, method=zipfile.ZIP_DEFLATED):
    info = zipfile.ZipInfo(name, (2026, 3, 3, 7, 0, 0))
    info.compress_type = method
    info.external_attr = 0o644 << 16
    return info


class Unseekable(io.RawIOBase):
    """A pipe: the sizes are not known yet when the header before the bytes is written."""

    def __init__(self, file):
        self.file = file

    def writable(self):
        return True

    def seekable(self):
        return False

    def write(self, data):
        return self.file.write(data)


day = read('camt/statement-with-batch-and-return.xml')
other_day = read('mt940/dutch-slash-codes.sta')

with zipfile.ZipFile(OUT + 'two-statements-in-a-folder.zip', 'w') as archive:
    folder = zipfile.ZipInfo('out/', (2026, 3, 3, 7, 0, 0))
    folder.external_attr = (0o40755 << 16) | 0x10
    archive.writestr(folder, b'')
    archive.writestr(member('out/relevé 03-02.xml'), day)
    archive.writestr(member('out/day.sta', zipfile.ZIP_STORED), other_day)
    archive.writestr(member('__MACOSX/out/._day.sta'), b'\0\5\x16\7' + b'\0' * 60)
    archive.writestr(member('out/.DS_Store'), b'\0\0\0\1Bud1')

with open(OUT + 'sizes-behind-the-bytes.zip', 'wb') as file:
    with zipfile.ZipFile(Unseekable(file), 'w') as archive:
        archive.writestr(member('day.xml'), day)

with zipfile.ZipFile(OUT + 'zip64-with-a-comment.zip', 'w') as archive:
    with archive.open(member('day.xml'), 'w', force_zip64=True) as content:
        content.write(day)
    archive.comment = b'kept by the bank'

with open(OUT + 'packed.xml.gz', 'wb') as file:
    with gzip.GzipFile('day.xml', 'wb', fileobj=file, mtime=0) as content:
        content.write(day)

with open(OUT + 'packed-in-two-pieces.xml.gz', 'wb') as file:
    for part in (day[:700], day[700:]):
        file.write(gzip.compress(part, mtime=0))
