"""Unpacks a .gz file by zlib, and drops what it held."""

import sys
import zlib

with open(sys.argv[1], "rb", buffering=0) as file:
    unpack = zlib.decompressobj(wbits=31)
    while piece := file.read(1 << 20):
        unpack.decompress(piece)
if not unpack.eof:
    sys.exit(f"{sys.argv[1]} ends before its end, or holds several members")
