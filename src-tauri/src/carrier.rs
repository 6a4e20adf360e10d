//! Carries a request for a time stamp to the service that the user set: the only connection this program ever makes.
//!
//! Promises: one POST of the request and nothing about anybody; no redirect is followed; what takes too long is given
//! up, what is too large is not read. Deliberately absent: knowing what is in the request or the answer.

use commands::StampFault;
use std::time::Duration;
use ureq::{Agent, Error};

/// How long a service may take, from beginning to end.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// Greatest answer, in bytes; those of services are below 10,000.
const GREATEST: u64 = 64 << 10;

/// Takes the request there and brings the answer back.
pub fn carry(service: &str, request: &[u8], patience: Duration) -> Result<Vec<u8>, StampFault> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent("Weegschaal")
        .build()
        .into();
    let sent = agent.post(service).content_type("application/timestamp-query").send(request);
    let answer = sent.map_err(|_| StampFault::Unreachable)?;
    if answer.status().as_u16() != 200 {
        return Err(StampFault::Refused);
    }
    answer.into_body().with_config().limit(GREATEST).read_to_vec().map_err(|error| match error {
        Error::BodyExceedsLimit(_) => StampFault::TooLarge,
        _ => StampFault::Unreachable,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::{Shutdown, TcpListener};
    use std::thread::JoinHandle;

    /// A service that answers one request with these bytes, and gives back what it was asked.
    fn service(answer: Vec<u8>) -> (String, JoinHandle<Vec<u8>>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("BUG: a port");
        let address = format!("http://{}/stempel", listener.local_addr().expect("BUG: bound"));
        let served = std::thread::spawn(move || {
            let (mut line, _) = listener.accept().expect("BUG: somebody calls");
            let mut asked = Vec::new();
            let mut part = [0; 4096];
            while !asked.ends_with(b"vraag") {
                let read = line.read(&mut part).expect("BUG: readable");
                if read == 0 {
                    break;
                }
                asked.extend_from_slice(&part[..read]);
            }
            // Who is not read to the end hangs up.
            let _ = line.write_all(&answer);
            let _ = line.shutdown(Shutdown::Write);
            asked
        });
        (address, served)
    }

    fn answered(head: &str, body: &[u8]) -> Result<Vec<u8>, StampFault> {
        let (address, served) = service([head.as_bytes(), body].concat());
        let got = carry(&address, b"vraag", PATIENCE);
        let asked = String::from_utf8(served.join().expect("BUG: it served")).expect("BUG: text");
        assert!(asked.starts_with("POST /stempel HTTP/1.1"), "{asked}");
        assert!(asked.to_lowercase().contains("content-type: application/timestamp-query"), "{asked}");
        got
    }

    #[test]
    fn an_answer_is_brought_back_as_it_is() {
        let got = answered("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n", b"antw\0ord");
        assert_eq!(got.as_deref(), Ok(&b"antw\0ord"[..]));
    }

    #[test]
    fn what_is_no_answer_is_told_apart() {
        let elsewhere = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n";
        assert_eq!(answered(elsewhere, b""), Err(StampFault::Refused), "a redirect is not followed");
        let closed = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        assert_eq!(answered(closed, b""), Err(StampFault::Refused));
        assert_eq!(answered("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"half"), Err(StampFault::Unreachable));
        assert_eq!(answered("geen http", b""), Err(StampFault::Unreachable));
        let flood = vec![b'x'; 1 << 20];
        assert_eq!(answered("HTTP/1.1 200 OK\r\n\r\n", &flood), Err(StampFault::TooLarge));
    }

    #[test]
    fn a_service_that_is_not_there_or_never_answers_is_given_up() {
        let gone = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("BUG: a port");
        assert_eq!(carry(&format!("http://{gone}"), b"vraag", PATIENCE), Err(StampFault::Unreachable));
        let silent = TcpListener::bind("127.0.0.1:0").expect("BUG: a port");
        let address = format!("http://{}", silent.local_addr().expect("BUG: bound"));
        assert_eq!(carry(&address, b"vraag", Duration::from_millis(50)), Err(StampFault::Unreachable));
    }
}
