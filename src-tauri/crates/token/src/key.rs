//! A private key on a token.
//!
//! Promises: signs what [`seal::Algorithm`] says; a key that wants its PIN for every signature gets it. Deliberately
//! not done: signing at the same time from several threads; a token does one thing at a time.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use seal::{Algorithm, SealError, SigningKey};

use crate::error::TokenError;
use crate::module::Held;

/// A private key on a token, logged in to.
pub struct TokenKey {
    session: Mutex<Session>,
    key: ObjectHandle,
    algorithm: Algorithm,
    certificate: Vec<u8>,
    /// The other certificates on the token; those above the signer's are among them.
    others: Vec<Vec<u8>>,
    /// The PIN, when the key wants it for every signature.
    each_time: Option<Option<AuthPin>>,
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TokenKey").field("algorithm", &self.algorithm).finish_non_exhaustive()
    }
}

impl TokenKey {
    pub(crate) fn open(
        session: Session,
        certificate: Held,
        others: Vec<Vec<u8>>,
        pin: Option<&str>,
    ) -> Result<Self, TokenError> {
        let algorithm = Algorithm::of_certificate(&certificate.der).map_err(|_| TokenError::UnsupportedKey)?;
        let pin = pin.map(AuthPin::from);
        match session.login(UserType::User, pin.as_ref()) {
            Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {}
            Err(error) => return Err(error.into()),
        }
        let wanted = [Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Id(certificate.id)];
        let key = *session.find_objects(&wanted)?.first().ok_or(TokenError::NoKey)?;
        // Older libraries do not know this attribute.
        let told = session.get_attributes(key, &[AttributeType::AlwaysAuthenticate]).unwrap_or_default();
        let each_time = told.contains(&Attribute::AlwaysAuthenticate(true)).then_some(pin);
        let (session, certificate) = (Mutex::new(session), certificate.der);
        Ok(Self { session, key, algorithm, certificate, others, each_time })
    }

    fn ask(&self, message: &[u8]) -> Result<Vec<u8>, TokenError> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(pin) = &self.each_time else {
            let mechanism = match self.algorithm {
                Algorithm::EcdsaP256Sha256 | Algorithm::EcdsaP384Sha384 => Mechanism::Ecdsa,
                Algorithm::RsaSha256 => Mechanism::RsaPkcs,
            };
            return Ok(session.sign(&mechanism, self.key, &self.algorithm.device_input(message))?);
        };
        // The PIN goes between the beginning and the end, which only the mechanisms that hash themselves leave apart.
        let mechanism = match self.algorithm {
            Algorithm::EcdsaP256Sha256 => Mechanism::EcdsaSha256,
            Algorithm::EcdsaP384Sha384 => Mechanism::EcdsaSha384,
            Algorithm::RsaSha256 => Mechanism::Sha256RsaPkcs,
        };
        session.sign_init(&mechanism, self.key)?;
        session.login(UserType::ContextSpecific, pin.as_ref())?;
        session.sign_update(message)?;
        Ok(session.sign_final()?)
    }
}

impl SigningKey for TokenKey {
    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn chain(&self) -> &[Vec<u8>] {
        &self.others
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        self.algorithm.device_output(&self.ask(message)?)
    }
}
