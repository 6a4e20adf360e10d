// Judges every PDF of a folder with the veraPDF engine, in one process, on several threads.
//
// Usage: Vera PROFILE[,PROFILE] FILE…   (3a, ua1, …)
// Prints one line per file and profile: name TAB profile TAB pass|fail|error TAB the rules that failed.
// Ends nonzero only on wrong usage; whoever calls it reads the lines.

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Vera {
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: Vera PROFILE[,PROFILE] FILE...");
            System.exit(2);
        }
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> profiles = List.of(arguments[0].split(","));
        List<String> files = List.of(arguments).subList(1, arguments.length);
        // The engine keeps state per thread: one file is judged for all profiles on one thread.
        Stream<String> lines = files.parallelStream().map(file -> judge(file, profiles));
        lines.forEachOrdered(System.out::print);
    }

    private static String judge(String file, List<String> profiles) {
        StringBuilder lines = new StringBuilder();
        for (String profile : profiles) {
            String name = Path.of(file).getFileName().toString();
            lines.append(name).append('\t').append(profile).append('\t').append(verdict(file, profile)).append('\n');
        }
        return lines.toString();
    }

    private static String verdict(String file, String profile) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (ByteArrayInputStream bytes = new ByteArrayInputStream(Files.readAllBytes(Path.of(file)));
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) {
                return "pass\t";
            }
            TreeSet<String> rules = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            return "fail\t" + String.join(" ", rules);
        } catch (Exception | StackOverflowError fault) {
            return "error\t" + fault.getClass().getSimpleName();
        }
    }
}
