-- What the file itself refuses, whoever writes: taking out or changing what must stand. Made anew at every opening.
CREATE TRIGGER IF NOT EXISTS journal_stands BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS change_stands BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS change_stays BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS form_stands BEFORE UPDATE ON form BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS form_stays BEFORE DELETE ON form BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS second_stands BEFORE UPDATE ON second BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS second_stays BEFORE DELETE ON second BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER IF NOT EXISTS judgement_stays BEFORE DELETE ON judgement WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'established'); END;
CREATE TRIGGER IF NOT EXISTS judgement_stands BEFORE UPDATE ON judgement
WHEN OLD.state <> 'draft' AND NOT (
    OLD.state = 'established' AND NEW.state = 'replaced' AND NEW.body = OLD.body AND NEW.hash = OLD.hash
    AND NEW.outcome = OLD.outcome AND NEW.number = OLD.number AND NEW.attempt = OLD.attempt AND NEW.revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'established'); END;
