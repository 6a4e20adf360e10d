//! Foreign files become data points and findings.
