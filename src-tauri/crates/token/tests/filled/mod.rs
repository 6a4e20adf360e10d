//! A token of SoftHSM with the keys of the tests on it.
//!
//! Promises: made where `SOFTHSM2_CONF` of this process says, and nowhere else.

use super::forge::{key_bytes, key_file};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, CertificateType, ObjectClass};
use cryptoki::session::UserType;
use cryptoki::types::AuthPin;
use seal::SigningKey;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Opens the token.
pub const PIN: &str = "123456";
/// What the key that wants its PIN for every signature has in common with its certificate.
pub const ASKING: u8 = 98;
const LIBRARIES: [&str; 3] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
];
/// The keys on the token.
pub const KEYS: [&str; 3] = ["p256", "p384", "rsa2048"];

/// Where SoftHSM is.
pub fn library() -> PathBuf {
    let found = LIBRARIES.iter().map(PathBuf::from).find(|path| path.exists());
    found.expect("the package softhsm2 is not installed (scripts/need.sh test)")
}

/// Makes a token with the keys of the tests, their certificates and those above them.
pub fn fill(library: &Path) {
    let context = Pkcs11::new(library).expect("loads");
    context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).expect("starts");
    let slot = context.get_slots_with_token().expect("slots")[0];
    let (owner, pin) = (AuthPin::from("87654321"), AuthPin::from(PIN));
    context.init_token(slot, &owner, "Proefkaart").expect("a token");
    let session = context.open_rw_session(slot).expect("a session");
    session.login(UserType::So, Some(&owner)).expect("the owner");
    session.init_pin(&pin).expect("a PIN");
    session.logout().expect("out");
    session.login(UserType::User, Some(&pin)).expect("the user");
    let put = |der: &[u8], id: u8, label: &str| {
        let object = [
            Attribute::Class(ObjectClass::CERTIFICATE),
            Attribute::CertificateType(CertificateType::X_509),
            Attribute::Token(true),
            Attribute::Private(false),
            Attribute::Subject(vec![0x30, 0]),
            Attribute::Id(vec![id]),
            Attribute::Label(label.as_bytes().to_vec()),
            Attribute::Value(der.to_vec()),
        ];
        session.create_object(&object).expect("a certificate");
    };
    for (id, name) in (1..).zip(KEYS) {
        put(key_file(name).certificate(), id, name);
        import(name, id);
    }
    for (id, above) in (101..).zip(key_file("p256").chain()) {
        put(above, id, "uitgever");
    }
    // A key that wants its PIN for every signature, under a certificate that is there to choose it by.
    put(key_file("tsa_rsa").certificate(), ASKING, "vraagt");
    let public = [Attribute::Token(true), Attribute::Id(vec![ASKING]), Attribute::ModulusBits(2048.into())];
    let private = [Attribute::Token(true), Attribute::Id(vec![ASKING]), Attribute::AlwaysAuthenticate(true)];
    session.generate_key_pair(&Mechanism::RsaPkcsKeyPairGen, &public, &private).expect("a key");
    // A certificate without its key.
    put(key_file("rsa3072").certificate(), 99, "rsa3072");
}

fn import(name: &str, id: u8) {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), key_bytes(&format!("{name}.pem"))).expect("written");
    let done = Command::new("softhsm2-util")
        .args(["--token", "Proefkaart", "--pin", PIN, "--label", name, "--id", &format!("{id:02x}"), "--import"])
        .arg(file.path())
        .output()
        .expect("the package softhsm2 is not installed (scripts/need.sh test)");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
