"""Sets the same text as a form of ours with what users have otherwise, and prints how long each takes.

Usage: others.py TEXT FONT_FOLDER. TEXT holds paragraphs with an empty line between them. Prints one JSON object:
milliseconds for one document of reportlab signed by pyHanko (EC P-256, one visible field), and of Typst (PDF/A-2a
and PDF/UA-1, unsigned). Both are warm: the first document is not counted, keys and fonts are loaded once.
"""

import datetime
import io
import json
import sys
import time
from pathlib import Path
from xml.sax.saxutils import escape

ROUNDS = 20


def middle(run):
    run()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2] * 1000


def by_reportlab(paragraphs, font):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Form", font))
    style = ParagraphStyle("form", fontName="Form", fontSize=8, leading=10, spaceAfter=2)
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
    signer = signers.SimpleSigner.load_pkcs12_data(store, [], b"voorbeeld")

    def run():
        made = io.BytesIO()
        SimpleDocTemplate(made, pagesize=A4).build([Paragraph(escape(text), style) for text in paragraphs])
        writer = IncrementalPdfFileWriter(made)
        field = fields.SigFieldSpec("Handtekening1", on_page=0, box=(50, 50, 250, 100))
        fields.append_signature_field(writer, field)
        metadata = signers.PdfSignatureMetadata("Handtekening1", subfilter=fields.SigSeedSubFilter.PADES)
        return signers.sign_pdf(writer, metadata, signer=signer).getbuffer().nbytes

    return middle(run)


def by_typst(paragraphs, font):
    import typst

    compiler = typst.Compiler(b" ", font_paths=[str(Path(font).parent)], ignore_system_fonts=True)
    turn = 0

    def run():
        nonlocal turn
        turn += 1
        # Forms of a batch differ; the same words once more would be taken from memory.
        texts = (json.dumps(f"{turn} {text}", ensure_ascii=False) for text in paragraphs)
        quoted = "\n".join(f"#par[#text({text})]" for text in texts)
        source = f'#set document(title: "Formulier")\n#set text(lang: "nl", size: 8pt)\n#set page("a4")\n{quoted}\n'
        return len(compiler.compile(input=source.encode(), format="pdf", pdf_standards=["a-2a", "ua-1"]))

    return middle(run)


def main():
    paragraphs = [part.replace("\n", " ").strip() for part in Path(sys.argv[1]).read_text("utf-8").split("\n\n")]
    paragraphs = [part for part in paragraphs if part]
    font = sys.argv[2]
    print(json.dumps({"reportlab": by_reportlab(paragraphs, font), "typst": by_typst(paragraphs, font)}))


main()
