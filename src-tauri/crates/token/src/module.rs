//! The library of a card or token, and what is on the tokens present.
//!
//! Promises: looking asks for no PIN; a token that cannot be read does not hide the others. Deliberately not done:
//! waiting for a token to be put in.

use std::path::Path;

use chrono::{DateTime, Utc};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::object::{Attribute, AttributeType, CertificateType, ObjectClass};
use cryptoki::session::Session;
use cryptoki::slot::Slot;

use crate::error::TokenError;
use crate::key::TokenKey;

/// A certificate on a token, for a user to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenCertificate {
    /// The label of the token.
    pub token: String,
    /// The label of the certificate on the token; may be empty.
    pub label: String,
    /// The common name of its holder.
    pub name: String,
    /// The common name of who issued it.
    pub issuer: String,
    /// The last moment it is valid.
    pub until: DateTime<Utc>,
    /// Whether its key usage and purposes let it sign documents.
    pub may_sign: bool,
    /// Whether the PIN is entered on the reader itself, so that none is to be asked for.
    pub pin_on_reader: bool,
    /// SHA-256 of the certificate, 64 lower case hexadecimal digits: by this it is chosen.
    pub fingerprint: String,
}

/// A certificate as it stands on a token.
pub(crate) struct Held {
    pub(crate) der: Vec<u8>,
    /// What it has in common with its private key.
    pub(crate) id: Vec<u8>,
    label: String,
}

/// A loaded library.
#[derive(Debug)]
pub struct Module {
    context: Pkcs11,
}

impl Module {
    /// Loads the library of a card or token (`.so`, `.dll`, `.dylib`).
    ///
    /// # Errors
    /// [`TokenError::Library`] when it cannot be loaded or does not start.
    pub fn load(path: &Path) -> Result<Self, TokenError> {
        let context = Pkcs11::new(path).map_err(|_| TokenError::Library)?;
        match context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            // Loaded a second time it is already running.
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => Ok(Self { context }),
            Err(_) => Err(TokenError::Library),
        }
    }

    /// The certificates of holders (not of authorities) on all tokens present that a signature could be made with.
    ///
    /// # Errors
    /// [`TokenError::Gone`] when no token is present or none can be read.
    pub fn certificates(&self) -> Result<Vec<TokenCertificate>, TokenError> {
        let mut found = Vec::new();
        let mut fault = Some(TokenError::Gone);
        for slot in self.context.get_slots_with_initialized_token()? {
            match self.on_token(slot) {
                Ok(more) => {
                    fault = None;
                    found.extend(more);
                }
                Err(error) => fault = fault.map(|_| error),
            }
        }
        fault.map_or(Ok(found), Err)
    }

    /// Opens the key of a certificate, chosen by its fingerprint; `pin` is nothing when it is entered on the reader.
    ///
    /// # Errors
    /// [`TokenError::NoKey`], [`TokenError::WrongPin`], [`TokenError::PinLocked`], [`TokenError::UnsupportedKey`] or
    /// [`TokenError::Gone`].
    pub fn open(&self, fingerprint: &str, pin: Option<&str>) -> Result<TokenKey, TokenError> {
        let mut empty = true;
        for slot in self.context.get_slots_with_initialized_token()? {
            let session = self.context.open_ro_session(slot)?;
            let mut all = held(&session)?;
            empty &= all.is_empty();
            let chosen =
                all.iter().position(|one| seal::facts(&one.der).is_some_and(|facts| facts.fingerprint == fingerprint));
            if let Some(place) = chosen {
                let certificate = all.swap_remove(place);
                let others = all.into_iter().map(|one| one.der).collect();
                return TokenKey::open(session, certificate, others, pin);
            }
        }
        // The certificate was seen before: where there is none at all now, its token is not there.
        Err(if empty { TokenError::Gone } else { TokenError::NoKey })
    }

    fn on_token(&self, slot: Slot) -> Result<Vec<TokenCertificate>, TokenError> {
        let token = self.context.get_token_info(slot)?;
        let session = self.context.open_ro_session(slot)?;
        let known = held(&session)?.into_iter().filter_map(|one| Some((seal::facts(&one.der)?, one.label)));
        let holders = known.filter(|(facts, _)| !facts.authority);
        Ok(holders
            .map(|(facts, label)| TokenCertificate {
                token: token.label().to_owned(),
                label,
                name: facts.name,
                issuer: facts.issuer,
                until: facts.until,
                may_sign: facts.may_sign,
                pin_on_reader: token.protected_authentication_path(),
                fingerprint: facts.fingerprint,
            })
            .collect())
    }
}

/// The certificates on the token of a session.
fn held(session: &Session) -> Result<Vec<Held>, TokenError> {
    let wanted = [Attribute::Class(ObjectClass::CERTIFICATE), Attribute::CertificateType(CertificateType::X_509)];
    let mut found = Vec::new();
    for object in session.find_objects(&wanted)? {
        let asked = [AttributeType::Value, AttributeType::Id, AttributeType::Label];
        let mut held = Held { der: Vec::new(), id: Vec::new(), label: String::new() };
        for attribute in session.get_attributes(object, &asked)? {
            match attribute {
                Attribute::Value(der) => held.der = der,
                Attribute::Id(id) => held.id = id,
                Attribute::Label(label) => held.label = String::from_utf8_lossy(&label).into_owned(),
                _ => {}
            }
        }
        found.push(held);
    }
    Ok(found)
}
