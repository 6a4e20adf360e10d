"""Makes the key files of the tests: two small authorities, made-up holders, and keys that must be refused.

Usage: make.py DIR. Needs the package cryptography and the program openssl. The files in this folder were made once;
every one is fictional, opens with the passphrase "geheim" and protects nothing. Made anew they differ in every key.
"""

import os
import subprocess
import sys
import tempfile
from datetime import datetime, timezone

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID as Purpose
from cryptography.x509.oid import NameOID

USAGES = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
          "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"]
SIGN = ["digital_signature", "content_commitment"]
ISSUE = ["key_cert_sign", "crl_sign"]
DOCUMENTS = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")


def moment(year):
    return datetime(year, 1, 1, tzinfo=timezone.utc)


class Holder:
    """A certificate with its key and the holder that issued it (None: itself)."""

    def __init__(self, name, key, issuer, usages=SIGN, purposes=(DOCUMENTS,), critical=False, authority=None,
                 years=(2024, 2034), more=()):
        self.key, self.issuer = key, issuer
        self.name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Voorbeeldpartnerschap"),
                               x509.NameAttribute(NameOID.COMMON_NAME, name)])
        above = issuer or self
        builder = (x509.CertificateBuilder().subject_name(self.name).issuer_name(above.name)
                   .public_key(key.public_key()).serial_number(x509.random_serial_number())
                   .not_valid_before(moment(years[0])).not_valid_after(moment(years[1]))
                   .add_extension(x509.BasicConstraints(authority is not None, authority), True)
                   .add_extension(x509.KeyUsage(**{one: one in usages for one in USAGES}), True))
        if purposes:
            builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical)
        for extension in more:
            builder = builder.add_extension(extension, True)
        self.certificate = builder.sign(above.key, hashes.SHA256())

    def above(self):
        return [] if self.issuer is None else [self.issuer, *self.issuer.above()]


def pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


def write_bare(folder, name, holder):
    """The private key alone, to be put on a token."""
    with open(os.path.join(folder, name + ".pem"), "wb") as file:
        file.write(private(holder))


def private(holder):
    return holder.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                    serialization.NoEncryption())


def write_file(folder, name, holder, chain=True, options=()):
    with tempfile.TemporaryDirectory() as work:
        key, own, more = (os.path.join(work, part) for part in ("key", "own", "more"))
        with open(key, "wb") as file:
            file.write(private(holder))
        with open(own, "wb") as file:
            file.write(pem(holder.certificate))
        with open(more, "wb") as file:
            file.write(b"".join(pem(one.certificate) for one in holder.above()))
        command = ["openssl", "pkcs12", "-export", "-in", own, "-passout", "pass:geheim",
                   "-out", os.path.join(folder, name + ".p12"), *options]
        command += [] if "-nokeys" in options else ["-inkey", key]
        command += ["-certfile", more] if chain and holder.above() else []
        subprocess.run(command, check=True)


def write_revoked(folder, name, issuer, revoked=None, until=datetime(2025, 7, 1, tzinfo=timezone.utc), part=False):
    builder = (x509.CertificateRevocationListBuilder().issuer_name(issuer.name)
               .last_update(datetime(2025, 6, 1, tzinfo=timezone.utc)).next_update(until)
               .add_extension(x509.CRLNumber(1), False))
    if part:
        builder = builder.add_extension(x509.IssuingDistributionPoint(
            None, None, True, False, None, False, False), True)
    if revoked:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(revoked.certificate.serial_number)
            .revocation_date(datetime(2025, 6, 2, tzinfo=timezone.utc)).build())
    with open(os.path.join(folder, name + ".crl"), "wb") as file:
        file.write(builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))


def p256():
    return ec.generate_private_key(ec.SECP256R1())


def p384():
    return ec.generate_private_key(ec.SECP384R1())


def main(folder):
    root = Holder("Voorbeeld Wortel", p256(), None, ISSUE, (), authority=1)
    sub = Holder("Voorbeeld Uitgever", p384(), root, ISSUE, (), authority=0)
    signer = Holder("Els Proef", p256(), sub)
    write_file(folder, "p256", signer)
    write_bare(folder, "p256", signer)
    write_file(folder, "legacy", signer, options=("-legacy",))
    write_file(folder, "nomac", signer, options=("-nomac",))
    write_file(folder, "nokey", signer, options=("-nokeys",))
    write_file(folder, "alone", signer, chain=False)
    for name, holder in (("p384", Holder("Jan Proef", p384(), sub)),
                         ("rsa2048", Holder("Mia Proef", rsa.generate_private_key(65537, 2048), sub))):
        write_file(folder, name, holder)
        write_bare(folder, name, holder)
    write_file(folder, "rsa3072", Holder("Tom Proef", rsa.generate_private_key(65537, 3072), sub))
    write_file(folder, "rsa1024", Holder("Klein Proef", rsa.generate_private_key(65537, 1024), sub))
    write_file(folder, "p521", Holder("Groot Proef", ec.generate_private_key(ec.SECP521R1()), sub))
    write_file(folder, "expired", Holder("Oud Proef", p256(), sub, years=(2020, 2021)))
    write_file(folder, "future", Holder("Nieuw Proef", p256(), sub, years=(2032, 2033)))
    write_file(folder, "encipher", Holder("Ander Proef", p256(), sub, ["key_encipherment"]))
    write_file(folder, "server", Holder("Server Proef", p256(), sub, purposes=(Purpose.SERVER_AUTH,)))
    # Ways up that break a rule.
    write_file(folder, "not_authority", Holder("Onder Proef", p256(), Holder("Geen Uitgever", p256(), root)))
    write_file(folder, "not_issuing", Holder("Onder Proef", p256(), Holder(
        "Geen Uitgever", p256(), root, ["crl_sign"], (), authority=0)))
    write_file(folder, "too_deep", Holder("Onder Proef", p256(), Holder(
        "Te Diep", p256(), sub, ISSUE, (), authority=0)))
    write_file(folder, "old_authority", Holder("Onder Proef", p256(), Holder(
        "Oude Uitgever", p256(), root, ISSUE, (), authority=0, years=(2020, 2025))))
    write_file(folder, "server_authority", Holder("Onder Proef", p256(), Holder(
        "Server Uitgever", p256(), root, ISSUE, (Purpose.SERVER_AUTH,), authority=0)))
    limits = x509.NameConstraints([x509.DNSName("voorbeeld.invalid")], None)
    write_file(folder, "constrained", Holder("Onder Proef", p256(), Holder(
        "Beperkte Uitgever", p256(), root, ISSUE, (), authority=0, more=(limits,))))
    # Services that stamp times, and some that may not.
    clock = Holder("Voorbeeld Tijdwortel", p256(), None, ISSUE, (), authority=1)
    stamping = (Purpose.TIME_STAMPING,)
    service = Holder("Voorbeeld Tijd", p256(), clock, purposes=stamping, critical=True)
    write_file(folder, "tsa", service)
    write_file(folder, "tsa_rsa", Holder("Voorbeeld Tijd RSA", rsa.generate_private_key(65537, 2048), clock,
                                         purposes=stamping, critical=True))
    write_file(folder, "tsa_not_critical", Holder("Tijd Een", p256(), clock, purposes=stamping))
    write_file(folder, "tsa_not_only", Holder("Tijd Twee", p256(), clock, critical=True,
                                              purposes=(Purpose.TIME_STAMPING, Purpose.EMAIL_PROTECTION)))
    write_file(folder, "tsa_expired", Holder("Tijd Drie", p256(), clock, purposes=stamping, critical=True,
                                             years=(2020, 2021)))
    write_revoked(folder, "root", root)
    write_revoked(folder, "sub", sub)
    write_revoked(folder, "clock", clock)
    write_revoked(folder, "revoking", sub, signer)
    write_revoked(folder, "clock_revoking", clock, service)
    write_revoked(folder, "part", sub, part=True)
    # A service and a signer whose list holds for years, for what runs by the clock of the machine.
    lasting = Holder("Voorbeeld Duurwortel", p256(), None, ISSUE, (), authority=1)
    write_file(folder, "lasting", Holder("Duur Proef", p256(), lasting))
    write_file(folder, "tsa_lasting", Holder("Voorbeeld Duurtijd", p256(), lasting, purposes=stamping, critical=True))
    write_revoked(folder, "lasting", lasting, until=moment(2034))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
