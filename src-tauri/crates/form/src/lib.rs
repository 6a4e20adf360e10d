//! An established judgement becomes PDF bytes.
