//! The key that signs: the workspace's own, one from a file, one on a token.
//!
//! Promises: a key that may not sign now is refused before anything is written, each reason with its own code; a secret
//! goes to the key and nowhere else. Deliberately absent: keeping keys of others.

use crate::api::{Hidden, KeyChoice, KeyView, Problem, ProblemCode, TokenView};
use crate::workbench::{Workbench, file_name, read_up_to};
use chrono::{DateTime, Utc};
use seal::{CertificateFacts, Identity, KeyFile, SealError, SigningKey};
use std::path::Path;
use store::StoredIdentity;
use token::{Module, TokenCertificate, TokenError};
use zeroize::Zeroizing;

/// A key that any core may use.
pub(crate) type Key = Box<dyn SigningKey + Send + Sync>;

/// Greatest key file that is read, in bytes.
const GREATEST: u64 = 1 << 20;

impl Workbench {
    /// Opens a key and sees that it may sign now.
    pub(crate) fn key(&mut self, choice: &KeyChoice, secret: Option<&Hidden>) -> Result<Key, Problem> {
        let key: Key = match choice {
            KeyChoice::Own => Box::new(self.identity()?),
            KeyChoice::File { path } => Box::new(key_file(Path::new(path), secret)?),
            KeyChoice::Token { library, fingerprint } => {
                let module = Module::load(Path::new(library)).map_err(|error| token_problem(error).at(library))?;
                Box::new(module.open(fingerprint, secret.map(Hidden::open)).map_err(token_problem)?)
            }
        };
        let now = self.host.now();
        seal::check_for_signing(key.certificate(), now).map_err(|error| key_problem(error, key.certificate()))?;
        Ok(key)
    }

    /// Opens a key to see whose it is; nothing for the workspace's own when it is still to be made.
    pub fn look_at_key(&mut self, choice: &KeyChoice, secret: Option<&Hidden>) -> Result<Option<KeyView>, Problem> {
        if *choice == KeyChoice::Own && self.store.reader().identity()?.is_none() {
            return Ok(None);
        }
        let key = self.key(choice, secret)?;
        Ok(seal::facts(key.certificate()).map(|facts| view_of(&facts)))
    }

    /// The signing identity of this workspace; made at first use.
    pub(crate) fn identity(&mut self) -> Result<Identity, Problem> {
        if let Some(kept) = self.store.reader().identity()? {
            return Identity::from_parts(&kept.pkcs8, &kept.certificate_der).map_err(|_| Problem::internal("identity"));
        }
        if self.actor().is_empty() {
            return Err(Problem::user(ProblemCode::NoMandate, ""));
        }
        let partnership = self.store.reader().meta()?.partnership;
        let (host, now) = (self.host.clone(), self.host.now());
        let identity = Identity::create(self.actor(), &partnership, now, &mut |bytes| host.random(bytes))
            .map_err(|_| Problem::internal("identity"))?;
        let kept = StoredIdentity {
            certificate_der: identity.certificate_der().to_vec(),
            pkcs8: identity.to_pkcs8(),
            created_ms: now.timestamp_millis(),
        };
        self.fixed("identity.create", "", "", |writer| Ok(writer.put_identity(&kept)?))?;
        Ok(identity)
    }
}

/// The certificates on the tokens that a library knows, to choose from; asks for no PIN.
pub fn token_certificates(library: &Path) -> Result<Vec<TokenView>, Problem> {
    let place = library.display().to_string();
    let module = Module::load(library).map_err(|error| token_problem(error).at(&place))?;
    let view = |found: TokenCertificate| TokenView {
        token: found.token,
        key: KeyView {
            name: found.name,
            issuer: found.issuer,
            until: found.until.date_naive().to_string(),
            fingerprint: found.fingerprint,
        },
        may_sign: found.may_sign,
        pin_on_reader: found.pin_on_reader,
    };
    Ok(module.certificates().map_err(token_problem)?.into_iter().map(view).collect())
}

fn key_file(path: &Path, secret: Option<&Hidden>) -> Result<KeyFile, Problem> {
    let bytes = Zeroizing::new(read_up_to(path, GREATEST, Problem::user(ProblemCode::NotAKeyFile, ""))?);
    let opened = KeyFile::open(&bytes, secret.map_or("", Hidden::open));
    opened.map_err(|error| key_problem(error, &[]).at(&file_name(path)))
}

fn view_of(facts: &CertificateFacts) -> KeyView {
    KeyView {
        name: facts.name.clone(),
        issuer: facts.issuer.clone(),
        until: facts.until.date_naive().to_string(),
        fingerprint: facts.fingerprint.clone(),
    }
}

/// What is wrong with a key.
pub(super) fn key_problem(error: SealError, certificate: &[u8]) -> Problem {
    use ProblemCode as Code;
    let day = |pick: fn(&CertificateFacts) -> DateTime<Utc>| {
        seal::facts(certificate).map(|facts| pick(&facts).date_naive().to_string()).unwrap_or_default()
    };
    match error {
        SealError::KeyFile => Problem::user(Code::NotAKeyFile, ""),
        SealError::Passphrase => Problem::user(Code::WrongKeyPassphrase, ""),
        SealError::NoKey => Problem::user(Code::NoKeyInFile, ""),
        SealError::DeviceGone => Problem::environment(Code::TokenGone, ""),
        SealError::Certificate | SealError::UnsupportedKey => Problem::user(Code::KeyUnsupported, ""),
        SealError::KeyTooSmall => Problem::user(Code::KeyTooSmall, ""),
        SealError::Expired => Problem::user(Code::KeyExpired, "").with(day(|facts| facts.until)),
        SealError::NotYetValid => Problem::user(Code::KeyNotYetValid, "").with(day(|facts| facts.from)),
        SealError::NotForSigning => Problem::user(Code::KeyNotForSigning, ""),
        SealError::Key => Problem::user(Code::KeyRefused, ""),
        _ => Problem::user(Code::SignatureFailed, ""),
    }
}

fn token_problem(error: TokenError) -> Problem {
    use ProblemCode as Code;
    match error {
        TokenError::Library => Problem::user(Code::TokenLibrary, ""),
        TokenError::Gone => Problem::environment(Code::NoToken, ""),
        TokenError::WrongPin => Problem::user(Code::WrongPin, ""),
        TokenError::PinLocked => Problem::user(Code::PinLocked, ""),
        TokenError::NoKey => Problem::user(Code::NoKeyOnToken, ""),
        TokenError::UnsupportedKey => Problem::user(Code::KeyUnsupported, ""),
        TokenError::Refused => Problem::user(Code::KeyRefused, ""),
    }
}
