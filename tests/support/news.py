"""News in any amount, made of the samples: the same for the same numbers."""
import json

from program import SAMPLES

ARTICLES = [path.read_text("utf-8").splitlines() for path in sorted((SAMPLES / "articles").glob("*.txt"))]


def record(number):
    """A line of JSON Lines: an article up to one of its lines, now longer, now shorter."""
    article = ARTICLES[number % len(ARTICLES)]
    text = "\n".join(article[:2 + number * 7 % len(article)]) or article[0]
    date = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
    return json.dumps({"id": f"n{number}", "date": date, "text": text + "\n"}, ensure_ascii=False) + "\n"


def write_records(path, numbers):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(record(number) for number in numbers)
    return path
