"""Sets what a form of ours says with what users have otherwise, and prints how long each takes.

Usage: others.py STRUCTURE FONT. STRUCTURE is what `pdfinfo -struct-text` tells of the form: its headings, paragraphs,
quotes and tables, each of which is set as such; a row with a stance gets a drawn band, as on the form. Prints one JSON
object, in milliseconds for one document: reportlab signed by pyHanko (EC P-256, one visible field), and Typst
(PDF/A-2a and PDF/UA-1, unsigned). Both are warm: the first document is not counted, keys and fonts are loaded once.
The documents of a batch differ, so that nothing is taken from memory.
"""

import datetime
import io
import json
import re
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

ROUNDS = 30
BLOCKS = {"H1", "H2", "H3", "P", "BlockQuote", "TH", "TD"}


def content(structure):
    """Blocks in reading order: (tag, text), or ("Table", rows of texts)."""
    blocks, rows, open_table, tag = [], [], -1, None
    for line in structure.splitlines():
        depth = len(line) - len(line.lstrip())
        said = line.strip()
        if said.startswith('"'):
            text = said[1:].rstrip('"')
            target = rows[-1] if open_table >= 0 and rows else blocks
            if not target:
                continue
            if open_table >= 0:
                target[-1] += text
            else:
                target[-1] = (target[-1][0], target[-1][1] + text)
            continue
        word = re.match(r"[A-Za-z0-9]+", said)
        if not word:
            continue
        tag = word[0]
        if open_table >= 0 and depth <= open_table and tag != "Table":
            blocks.append(("Table", rows))
            rows, open_table = [], -1
        if tag == "Table":
            open_table = depth
        elif tag == "TR":
            rows.append([])
        elif tag in ("TH", "TD") and rows:
            rows[-1].append("")
        elif tag in BLOCKS:
            blocks.append((tag, ""))
    if rows:
        blocks.append(("Table", rows))
    return [block for block in blocks if block[1]]


def middle(run):
    run(0)
    times = []
    for turn in range(1, ROUNDS + 1):
        start = time.perf_counter()
        run(turn)
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2] * 1000


def signer():
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from pyhanko.sign import signers

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "drs. V. Voorbeeld")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=9))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), True)
        .sign(key, hashes.SHA256())
    )
    store = serialization.pkcs12.serialize_key_and_certificates(
        b"form", key, certificate, None, serialization.BestAvailableEncryption(b"voorbeeld")
    )
    return signers.SimpleSigner.load_pkcs12_data(store, [], b"voorbeeld")


def by_reportlab(blocks, font):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from reportlab.graphics.shapes import Drawing, Line, Rect
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Form", font))
    sizes = {"H1": 15, "H2": 10, "H3": 9, "P": 8, "BlockQuote": 8, "Table": 7}
    styles = {
        tag: ParagraphStyle(tag, fontName="Form", fontSize=size, leading=size * 1.25, spaceAfter=2)
        for tag, size in sizes.items()
    }
    key = signer()

    def band():
        drawing = Drawing(60, 10)
        drawing.add(Line(0, 5, 60, 5))
        drawing.add(Rect(20, 2, 25, 6))
        drawing.add(Line(33, 0, 33, 10))
        return drawing

    def flowable(tag, said, turn):
        if tag != "Table":
            return Paragraph(escape(f"{turn} {said}"), styles[tag])
        cells = [[Paragraph(escape(f"{turn} {text}"), styles["Table"]) for text in row] for row in said]
        for row in cells[1:]:
            row.append(band())
        cells[0].append("")
        width = max(len(row) for row in cells)
        return Table([row + [""] * (width - len(row)) for row in cells], repeatRows=1)

    def run(turn):
        made = io.BytesIO()
        SimpleDocTemplate(made, pagesize=A4).build([flowable(tag, said, turn) for tag, said in blocks])
        writer = IncrementalPdfFileWriter(made)
        fields.append_signature_field(writer, fields.SigFieldSpec("Handtekening1", on_page=0, box=(50, 50, 250, 100)))
        metadata = signers.PdfSignatureMetadata("Handtekening1", subfilter=fields.SigSeedSubFilter.PADES)
        return signers.sign_pdf(writer, metadata, signer=key).getbuffer().nbytes

    return middle(run)


def by_typst(blocks, font):
    import typst

    compiler = typst.Compiler(b" ", font_paths=[str(Path(font).parent)], ignore_system_fonts=True)
    band = (
        '#figure(alt: "band", box(width: 60pt, height: 10pt, { place(line(start: (0pt, 5pt), length: 60pt)); '
        "place(dx: 20pt, dy: 2pt, rect(width: 25pt, height: 6pt)); place(line(start: (33pt, 0pt), end: (33pt, 10pt))) }))"
    )

    def quoted(text, turn):
        return "#" + json.dumps(f"{turn} {text}", ensure_ascii=False)

    def block(tag, said, turn):
        if tag == "Table":
            width = max(len(row) for row in said)
            head, *rows = [[f"[{quoted(text, turn)}]" for text in row + [""] * (width - len(row))] for row in said]
            head.append("[]")
            body = [cell for row in rows for cell in [*row, f"[{band}]"]]
            return f"#table(columns: {width + 1}, table.header({', '.join(head)}), {', '.join(body)})"
        if tag.startswith("H"):
            return f"#heading(level: {tag[1]})[{quoted(said, turn)}]"
        if tag == "BlockQuote":
            return f"#quote(block: true)[{quoted(said, turn)}]"
        return f"#par[{quoted(said, turn)}]"

    def run(turn):
        parts = [
            '#set document(title: "Formulier")\n#set text(lang: "nl", size: 8pt, hyphenate: true)\n#set page("a4")',
            *(block(tag, said, turn) for tag, said in blocks),
        ]
        source = "\n\n".join(parts)
        return len(compiler.compile(input=source.encode(), format="pdf", pdf_standards=["a-2a", "ua-1"]))

    return middle(run)


def main():
    blocks, font = content(Path(sys.argv[1]).read_text("utf-8")), sys.argv[2]
    print(json.dumps({"reportlab": by_reportlab(blocks, font), "typst": by_typst(blocks, font)}))


if __name__ == "__main__":
    main()
