//! A time stamp service that speaks HTTP, by the clock of the machine.

use super::tsa::{Lie, Tsa};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::SystemTime;

/// A service with a key of the tests, for as long as the test runs; its address.
pub fn service(key: &'static str, lie: Lie) -> String {
    service_that(key, lie, || {})
}

/// The same, doing something before each answer.
pub fn service_that(key: &'static str, lie: Lie, mut first: impl FnMut() + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("BUG: a port");
    let address = format!("http://{}/tsr", listener.local_addr().expect("BUG: bound"));
    std::thread::spawn(move || {
        for line in listener.incoming() {
            let mut line = line.expect("BUG: somebody calls");
            let mut asked = Vec::new();
            let mut part = [0; 4096];
            let body = loop {
                let read = line.read(&mut part).expect("BUG: readable");
                asked.extend_from_slice(&part[..read]);
                let head = asked.windows(4).position(|end| end == b"\r\n\r\n").map(|end| end + 4);
                let Some(head) = head else { continue };
                let told = String::from_utf8_lossy(&asked[..head]).to_lowercase();
                let length =
                    told.split("content-length: ").nth(1).and_then(|rest| rest.split('\r').next()?.parse().ok());
                let length: usize = length.expect("BUG: a length");
                if asked.len() >= head + length {
                    break asked[head..head + length].to_vec();
                }
            };
            first();
            let answer = Tsa::new(key, SystemTime::now().into(), lie).answer(&body).expect("BUG: it answers");
            let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", answer.len());
            line.write_all(&[head.as_bytes(), &answer].concat()).expect("BUG: writable");
        }
    });
    address
}
