using DataCatalog.Storage;

namespace DataCatalog.Tests.Cli;

public sealed class SeedVerbTests : IDisposable
{
    private readonly CliFixture _cli = new();

    [Fact]
    public void Seeding_says_what_it_did_for_each_noun()
    {
        var run = _cli.Run("seed");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Matches("(?m)^datasets: [1-9][0-9]* created, 0 changed, 0 unchanged", run.Output);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => line.Contains(" created, ", StringComparison.Ordinal)));
        Assert.Equal(9, lines.Count(line => line.StartsWith("Loading ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Seeding_again_changes_nothing()
    {
        _cli.Fill();
        var run = _cli.Run("seed");
        Assert.Equal(0, run.Status);
        Assert.Matches("(?m)^datasets: 0 created, 0 changed, [1-9][0-9]* unchanged", run.Output);
    }

    [Fact]
    public void A_changed_cell_makes_one_change()
    {
        _cli.Fill();
        _cli.Edit("vocabularies/access-regimes.csv", text => text.Replace("Fermé", "Fermé à tous", StringComparison.Ordinal));
        Assert.Matches("(?m)^concepts: 0 created, 1 changed", _cli.Run("seed").Output);
    }

    [Fact]
    public void Removed_rows_are_kept_unless_their_withdrawal_is_asked_for()
    {
        _cli.Edit("territories/communes.csv", text => text + "99999,Nouvelle,10,,,departement:35,,,,,,,,\n");
        Assert.Equal(0, _cli.Run("seed").Status);
        _cli.Edit(
            "territories/communes.csv",
            text => text.Replace("99999,Nouvelle,10,,,departement:35,,,,,,,,\n", "", StringComparison.Ordinal));
        Assert.Contains("1 missing, kept (commune:99999)", _cli.Run("seed").Output, StringComparison.Ordinal);
        Assert.Contains("1 withdrawn (commune:99999)", _cli.Run("seed", "--withdraw-missing").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_all_shown_and_nothing_is_loaded()
    {
        _cli.Edit("territories/communes.csv", text => text + "99999,,many,,,departement:35,,,,,,,,\n");
        var run = _cli.Run("seed");
        var line = File.ReadLines(Path.Combine(_cli.Seed, "territories", "communes.csv")).Count();
        var errors = $"""
            territories/communes.csv:{line}: column name: '' - expected a value
            territories/communes.csv:{line}: column population: 'many' - expected a whole number
            Errors in {_cli.Seed}: 2; nothing was loaded.

            """;
        Assert.Equal(new CommandRun(1, $"Reading the CSV files of {_cli.Seed}\n", errors), run);
        using var database = new Database(_cli.Database, TimeProvider.System);
        database.OpenExisting();
        Assert.Equal(0, database.Sequence);
    }

    [Theory]
    [InlineData("reindex")]
    [InlineData("--urls=http://127.0.0.1:0")]
    public void A_held_database_is_refused_by_whatever_would_write(string argument)
    {
        using var held = DatabaseLock.Take(_cli.Database);
        var run = _cli.Run(argument);
        Assert.Equal(
            new CommandRun(
                1, "", $"The database {_cli.Database} is in use by a server or by a command that writes. Stop it first, then try again.\n"),
            run);
        Assert.False(File.Exists(_cli.Database));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("reindex")]
    [InlineData("--urls=http://127.0.0.1:0")]
    public void While_one_command_writes_no_other_does(string argument)
    {
        using var writing = DatabaseLock.TakeWriting(_cli.Database);
        var run = _cli.Run(argument);
        Assert.Equal(
            new CommandRun(1, "", $"Another command writes the database {_cli.Database}. Wait until it has ended, then try again.\n"), run);
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public void Another_base_URL_than_the_database_remembers_is_refused()
    {
        _cli.Fill();
        var run = _cli.RunWith(["Catalog:PublicBaseUrl=https://other.example"], "seed");
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Contains("--rename-base-url", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public void A_setting_may_stand_before_or_after_the_verb(string place)
    {
        var setting = $"--Catalog:Database={Path.Combine(_cli.Folder, "mine.db")}";
        var run = place is "before" ? _cli.Run(setting, "seed") : _cli.Run("seed", setting);
        Assert.Equal(0, run.Status);
        Assert.True(File.Exists(Path.Combine(_cli.Folder, "mine.db")));
        Assert.False(File.Exists(_cli.Database));
    }

    [Theory]
    [InlineData("--urls=http://127.0.0.1:0", "sead")]
    [InlineData("--bogus")]
    [InlineData("--Catalog:PageSize", "5", "sead")]
    public void What_is_neither_a_setting_nor_ours_is_refused(params string[] args)
    {
        var run = _cli.Run(args);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_in_words()
    {
        File.WriteAllText(_cli.Database,
            "This is not a database, but it is long enough to look at. "
            + "This is not a database, but it is long enough to look at.");
        var run = _cli.Run("seed");
        Assert.Equal(
            new CommandRun(
                1, "", $"{_cli.Database} is not a database. Name the right file with Catalog:Database, or move this one away.\n"),
            run);
    }

    [Fact]
    public void A_misspelt_option_or_verb_does_nothing()
    {
        Assert.Equal(1, _cli.Run("seed", "--withdraw-mising").Status);
        var run = _cli.Run("sed");
        Assert.Equal(
            new CommandRun(
                1, "", "Unrecognized command or argument 'sed'. Did you mean 'seed'? --help lists all commands and options.\n"),
            run);
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public void A_wrong_setting_is_named()
    {
        var run = _cli.RunWith(["Catalog:PageSize=0", "Catalog:PublicBaseUrl=ftp://example.org"], "seed");
        const string faults = """
            Catalog:PublicBaseUrl is 'ftp://example.org'; expected an absolute http or https URL, such as https://data.example.org.
            Catalog:PageSize is 0; expected 1 to Catalog:MaxPageSize (100).

            """;
        Assert.Equal(new CommandRun(1, "", faults), run);
        Assert.False(File.Exists(_cli.Database));
    }

    [Fact]
    public void A_setting_that_is_no_number_is_named()
    {
        var run = _cli.RunWith(["Catalog:PageSize=many"], "seed");
        Assert.Equal(new CommandRun(1, "", "Catalog:PageSize is 'many' (command line); expected a whole number, such as 20.\n"), run);
    }

    public void Dispose() => _cli.Dispose();
}
