using DataCatalog.Seeding.Reading;

namespace DataCatalog.Cli;

/// <summary><c>validate</c>: prints every error in a folder of CSV files to standard error.</summary>
internal static class ValidateVerb
{
    public static int Run(string path, TextWriter output, TextWriter error)
    {
        var reading = SeedReader.Read(path, TimeProvider.System);
        var errors = reading.Errors;
        SeedStep.PrintNotes(reading, error);
        if (errors.Count == 0)
        {
            output.WriteLine($"{path}: no errors.");
            return 0;
        }

        SeedStep.Print(errors, error);
        error.WriteLine($"Errors in {path}: {errors.Count}.");
        return 1;
    }
}
