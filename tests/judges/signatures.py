"""Judges the signatures of PDFs with pyHanko, which is not ours.

Usage: signatures.py [--kept] [--trust CERT.pem] FILE...
Prints one line per file: name TAB pyhanko TAB pass|fail|error TAB why.
Without --trust each signer's own certificate is the root: intact, valid and whole are judged, trust is not. Of a time
stamp the certificates it brings along are the roots: whether it holds is judged, who stamped is not.
A file passes when it has a signature, every signature is intact and valid by pyHanko's own bottom line and by its
validation after ETSI EN 319 102-1 (AdES), revocation aside, and the last one covers the whole document.
With --kept the form must hold validation data after its last signature, nothing else, and every certificate of signer
and service must be told unrevoked by the lists in it. Ends nonzero only on wrong usage.
"""

import asyncio
import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_basic_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
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


def proven(store, certificates):
    """As far as these certificates reach up to a root, with the lists that the document holds for all below it."""
    roots = [one for one in certificates if one.self_signed in ("yes", "maybe")]
    return store.as_validation_context({"trust_roots": roots, "allow_fetching": False, "revocation_mode": "require"})


def reason(signature, trust, last, store):
    """Why this signature does not hold, or None."""
    stamps = extract_tst_data_iter(signature.signer_info, signed=False)
    services = [one.chosen for stamp in stamps for one in stamp["certificates"]]
    roots = [trust or signature.signer_cert]
    signers = [signature.signer_cert, *signature.other_embedded_certs]
    contexts = [proven(store, signers), proven(store, services)] if store else [context(roots), context(services)]
    status = validate_pdf_signature(signature, *contexts)
    if not status.bottom_line:
        return f"{signature.field_name}: {status.summary()}"
    policy = SignatureValidationSpec(CertValidationPolicySpec(SimpleTrustManager.build(trust_roots=roots), UNREVOKED))
    ades = asyncio.run(ades_basic_validation(signature.signed_data, policy, raw_digest=signature.compute_digest()))
    if ades.ades_subindic is not AdESPassed.OK:
        return f"{signature.field_name}: {ades.ades_subindic}"
    covered = SignatureCoverageLevel.ENTIRE_REVISION if store else SignatureCoverageLevel.ENTIRE_FILE
    if last and status.coverage != covered:
        return f"{signature.field_name}: covers {status.coverage.name}"
    if last and store and status.modification_level != ModificationLevel.LTA_UPDATES:
        return f"{signature.field_name}: followed by {status.modification_level}"
    return None


def judge(path, trust, kept):
    name = os.path.basename(path)
    logging.disable(logging.CRITICAL)
    try:
        with open(path, "rb") as file:
            reader = PdfFileReader(file)
            signatures, store = reader.embedded_signatures, DocumentSecurityStore.read_dss(reader) if kept else None
            found = [reason(one, trust, one is signatures[-1], store) for one in signatures]
    except Exception as fault:  # whatever a damaged file provokes is a verdict here
        return f"{name}\tpyhanko\terror\t{type(fault).__name__}"
    if not found:
        return f"{name}\tpyhanko\tfail\tno signature"
    wrong = [why for why in found if why]
    return f"{name}\tpyhanko\t{'fail' if wrong else 'pass'}\t{'; '.join(wrong)}"


def main(arguments):
    trust, kept = None, arguments[:1] == ["--kept"]
    arguments = arguments[kept:]
    if arguments[:1] == ["--trust"]:
        trust, arguments = root(arguments[1]), arguments[2:]
    if not arguments:
        sys.exit("usage: signatures.py [--kept] [--trust CERT.pem] FILE...")
    with ProcessPoolExecutor() as pool:
        for line in pool.map(judge, arguments, [trust] * len(arguments), [kept] * len(arguments), chunksize=8):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
