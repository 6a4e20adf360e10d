//! Tables out of files, one reader for each format.

mod delimited;
mod workbook;

use crate::SourceFile;
use crate::finding::{Finding, FindingCode};
use crate::kind;
use crate::table::Table;

/// The tables of a file, one for each sheet.
pub(crate) fn tables(file: &SourceFile<'_>) -> Result<Vec<Table>, Box<Finding>> {
    let name = file.name.to_lowercase();
    if kind::is_compound(file.bytes) {
        return Err(Box::new(Finding::error(FindingCode::PasswordProtected)));
    }
    if file.bytes.starts_with(b"PK") {
        return workbook::read(file.bytes).map_err(Box::new);
    }
    if name.ends_with(".xlsx") || name.ends_with(".xlsm") || name.ends_with(".ods") {
        return Err(Box::new(Finding::error(FindingCode::FileBroken)));
    }
    delimited::read(file.bytes).map(|table| vec![table]).map_err(Box::new)
}
