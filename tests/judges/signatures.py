"""Judges the signatures of PDFs with pyHanko, which is not ours.

Usage: signatures.py [--trust CERT.pem] FILE...
Prints one line per file: name TAB pyhanko TAB pass|fail|error TAB why.
Without --trust each signer's own certificate is the root: intact, valid and whole are judged, trust is not. Of a time
stamp the certificates it brings along are the roots: whether it holds is judged, who stamped is not.
A file passes when it has a signature, every signature is intact and valid by pyHanko's own bottom line and by its
validation after ETSI EN 319 102-1 (AdES), revocation aside, and the last one covers the whole document. Ends nonzero only on wrong usage.
"""

import asyncio
import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_basic_validation
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko.sign.validation.policy_decl import SignatureValidationSpec
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy, RevocationCheckingRule
from pyhanko_certvalidator.registry import SimpleTrustManager

# No list of revoked certificates is at hand here, and none is asked for.
UNREVOKED = CertRevTrustPolicy(
    RevocationCheckingPolicy(RevocationCheckingRule.NO_CHECK, RevocationCheckingRule.NO_CHECK)
)


def root(path):
    with open(path, "rb") as file:
        data = file.read()
    return x509.Certificate.load(pem.unarmor(data)[2] if pem.detect(data) else data)


def context(roots):
    return ValidationContext(trust_roots=roots, allow_fetching=False)


def reason(signature, trust, last):
    """Why this signature does not hold, or None."""
    stamps = extract_tst_data_iter(signature.signer_info, signed=False)
    services = [one.chosen for stamp in stamps for one in stamp["certificates"]]
    roots = [trust or signature.signer_cert]
    status = validate_pdf_signature(signature, context(roots), context(services))
    if not status.bottom_line:
        return f"{signature.field_name}: {status.summary()}"
    policy = SignatureValidationSpec(CertValidationPolicySpec(SimpleTrustManager.build(trust_roots=roots), UNREVOKED))
    ades = asyncio.run(ades_basic_validation(signature.signed_data, policy, raw_digest=signature.compute_digest()))
    if ades.ades_subindic is not AdESPassed.OK:
        return f"{signature.field_name}: {ades.ades_subindic}"
    if last and status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        return f"{signature.field_name}: covers {status.coverage.name}"
    return None


def judge(path, trust):
    name = os.path.basename(path)
    logging.disable(logging.CRITICAL)
    try:
        with open(path, "rb") as file:
            signatures = PdfFileReader(file).embedded_signatures
            found = [reason(one, trust, one is signatures[-1]) for one in signatures]
    except Exception as fault:  # whatever a damaged file provokes is a verdict here
        return f"{name}\tpyhanko\terror\t{type(fault).__name__}"
    if not found:
        return f"{name}\tpyhanko\tfail\tno signature"
    wrong = [why for why in found if why]
    return f"{name}\tpyhanko\t{'fail' if wrong else 'pass'}\t{'; '.join(wrong)}"


def main(arguments):
    trust = None
    if arguments[:1] == ["--trust"]:
        trust, arguments = root(arguments[1]), arguments[2:]
    if not arguments:
        sys.exit("usage: signatures.py [--trust CERT.pem] FILE...")
    with ProcessPoolExecutor() as pool:
        for line in pool.map(judge, arguments, [trust] * len(arguments), chunksize=8):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
