//! Work on a whole cohort: this thread, which has the workspace, reads; every core makes something of what was read.
//!
//! Promises: what is made comes back in the order of what it was made from; making begins while the next are being
//! read; for a few there are no threads. Deliberately absent: bounds on what is on its way, and anything that comes back
//! before all is read: a batch of forms needs both, and has them beside its signing.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::channel;

/// Things that are handed on together: few enough that no core waits long for another at the end.
const PART: usize = 64;

/// Makes something of each part of what `read` hands on.
pub fn on_every_core<T: Send, M: Send, E: Send>(
    read: impl FnOnce(&mut dyn FnMut(T)) -> Result<(), E>,
    make: impl Fn(&[T]) -> Result<M, E> + Sync,
) -> Result<Vec<M>, E> {
    let (hand, parts) = channel::<(usize, Vec<T>)>();
    let parts = Mutex::new(parts);
    let next = || parts.lock().expect("BUG: taking a part does not fail").recv().ok();
    let work = || {
        let mut made = Vec::new();
        while let Some((at, part)) = next() {
            let one = make(&part);
            // What one thread took, another gives back while the first goes on taking: that has both wait. So it stays.
            made.push((at, part, one));
        }
        made
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let mut running = Vec::new();
        let (mut at, mut part) = (0, Vec::new());
        let read = read(&mut |one| {
            part.push(one);
            if part.len() == PART {
                hand.send((at, std::mem::take(&mut part))).expect("BUG: parts are taken until the last");
                at += 1;
                if running.len() < cores {
                    running.push(scope.spawn(work));
                }
            }
        });
        hand.send((at, part)).expect("BUG: parts are taken until the last");
        // Nothing more comes: everybody is done once this thread finds nothing to do either.
        drop(hand);
        let mut made = work();
        made.extend(running.into_iter().flat_map(|core| core.join().expect("BUG: making does not panic")));
        read?;
        made.sort_unstable_by_key(|(at, ..)| *at);
        made.into_iter().map(|(.., one)| one).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_in_the_order_of_what_was_read() {
        let many = PART * 7 + 3;
        let read = |hand: &mut dyn FnMut(usize)| {
            (0..many).for_each(hand);
            Ok::<_, String>(())
        };
        let made = on_every_core(read, |part| Ok(part.to_vec())).expect("BUG: nothing fails");
        assert_eq!(made.concat(), (0..many).collect::<Vec<_>>());
    }

    #[test]
    fn a_failure_of_reading_or_making_is_told() {
        let read = |hand: &mut dyn FnMut(usize)| {
            (0..PART * 3).for_each(hand);
            Err("reading")
        };
        assert_eq!(on_every_core(read, |_| Ok(())), Err("reading"));
        let read = |hand: &mut dyn FnMut(usize)| {
            (0..PART * 3).for_each(hand);
            Ok(())
        };
        let make = |part: &[usize]| if part.contains(&PART) { Err("making") } else { Ok(()) };
        assert_eq!(on_every_core(read, make), Err("making"));
    }
}
