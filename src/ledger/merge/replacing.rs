use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::ledger::file::sync_folder;

/// Puts a new file in the place of a ledger, or none. It stands on the disk before it gets its
/// name. A new ledger is readable to its owner alone; one that is there stays open to whom it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".slo-ledger-").tempfile_in(folder)?;
    if let Ok(known) = fs::metadata(path) {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    sync_folder(path);
    Ok(())
}
