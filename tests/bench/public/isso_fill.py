"""Fills Isso's database with as many comments as ours has: isso_fill.py FILE STORIES COMMENTS TALKED.

The table is made by Isso itself, at its first start. As with ours, of five comments three are at the top and two answer the first.
"""

import sqlite3
import sys
import time

file, stories, comments, talked = sys.argv[1], *map(int, sys.argv[2:5])
con = sqlite3.connect(file)
voters = con.execute("select voters from comments limit 1").fetchone()[0]
con.execute("delete from comments")
con.execute("delete from threads")
words = "the river was high and nobody had seen water like it since the old bridge fell so people stood there and said what they knew".split()
now = time.time()


def rows():
    number = 0
    for story in range(1, stories + 1):
        many = talked if story == 3 else 20 if story == 2 else max(0, (comments - talked - 20) // max(1, stories - 2) + story % 3 - 1)
        first = None
        for i in range(many):
            number += 1
            if i % 5 == 0:
                first = number
            text = " ".join(words[(number * 7 + at) % len(words)] for at in range(8 + number % 40))
            created = now - story * 300 - (many - i)
            yield story, number, first if i % 5 > 2 else None, created, 1, "127.0.0.0", text, f"Guest {number % 50000}", voters


con.executemany("insert into threads (id, uri, title) values (?, ?, ?)", ((n, f"/story/{n}", f"Story {n}") for n in range(1, stories + 1)))
con.executemany(
    "insert into comments (tid, id, parent, created, mode, remote_addr, text, author, voters) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows()
)
con.commit()
con.execute("analyze")
con.close()
