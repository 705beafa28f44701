using DataCatalog.Configuration;
using Microsoft.Extensions.Configuration;

namespace DataCatalog.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly CliFixture _cli = new();

    [Theory]
    [InlineData("There is no setting 'Catalog:PagSize' (command line). Did you mean 'Catalog:PageSize'? --help lists all settings.",
        "--Catalog:PagSize=3")]
    [InlineData("There is no setting 'Catalog:PageSize:Most' (command line). Did you mean 'Catalog:PageSize'? --help lists all settings.",
        "--Catalog:PageSize:Most=3")]
    [InlineData("There is no setting 'Catlog:PageSize' (command line). Did you mean 'Catalog:PageSize'? --help lists all settings.",
        "--Catlog:PageSize=3")]
    [InlineData("There is no setting 'Elsewhere:PageSize' (command line). Did you mean 'Catalog:PageSize'? --help lists all settings.",
        "--Elsewhere:PageSize=3")]
    [InlineData("Unrecognized command or argument '--url'. Did you mean '--urls'? --help lists all commands and options.",
        "--url", "http://127.0.0.1:0")]
    [InlineData("Unrecognized command or argument 'sede'. Did you mean 'seed'? --help lists all commands and options.", "sede")]
    [InlineData(
        "--urls has no value; expected where the server listens; several addresses with ';' between them (default: http://localhost:5080).",
        "--urls")]
    [InlineData(
        "--urls has no value; expected where the server listens; several addresses with ';' between them (default: http://localhost:5080).",
        "--urls", "--rename-base-url")]
    [InlineData(
        "--urls has no value; expected where the server listens; several addresses with ';' between them (default: http://localhost:5080).",
        "--urls=")]
    [InlineData("--environment has no value.", "--environment")]
    [InlineData(
        "--Catalog:Database has no value; expected the SQLite file, relative to the current folder, or a connection string of PostgreSQL "
        + "(default: datacatalog.db).",
        "--Catalog:Database")]
    [InlineData("Logging:LogLevel:Default is 'Loud'; expected Trace, Debug, Information, Warning, Error, Critical, None.",
        "--Logging:LogLevel:Default=Loud")]
    public void A_setting_that_means_nothing_is_refused_in_one_sentence_before_any_work(string expected, params string[] args)
    {
        var run = _cli.Run(args);
        Assert.Equal(new CommandRun(1, "", expected + "\n"), run);
        Assert.False(File.Exists(_cli.Database));
    }

    [Theory]
    [InlineData("Catalog__PagSize",
        "There is no setting 'Catalog:PagSize' (environment: Catalog__PagSize). Did you mean 'Catalog:PageSize'? "
        + "--help lists all settings.")]
    [InlineData("Catlog__PageSize",
        "There is no setting 'Catlog:PageSize' (environment: Catlog__PageSize). Did you mean 'Catalog:PageSize'? "
        + "--help lists all settings.")]
    [InlineData("ASPNETCORE_URLS",
        "urls has '3', which is no address to listen on; expected one such as http://localhost:5080, "
        + "or http://*:5080 for all addresses of the machine.")]
    public async Task The_same_holds_for_the_environment(string variable, string expected)
    {
        _cli.Variables[variable] = "3";
        using var server = ServerProcess.Start(_cli);
        var (status, error) = await server.Exit();
        Assert.Equal((1, expected + "\n"), (status, error));
    }

    [Theory]
    [InlineData("{\"Catalog\":{\"PagSize\":3}}",
        "There is no setting 'Catalog:PagSize' (appsettings.json). Did you mean 'Catalog:PageSize'? --help lists all settings.")]
    [InlineData("{\"Catalog\":{\"PageSize\":\"many\"}}",
        "Catalog:PageSize is 'many' (appsettings.json); expected a whole number, such as 20.")]
    [InlineData("{\"Catalog\":",
        "Failed to load configuration from file '{folder}/appsettings.json'. Expected depth to be zero at the end of the JSON payload. "
        + "There is an open JSON object or array that should be closed. LineNumber: 0 | BytePositionInLine: 11.")]
    public void And_for_the_file_of_settings(string json, string expected)
    {
        File.WriteAllText(Path.Combine(_cli.Folder, "appsettings.json"), json);
        using var error = new StringWriter();
        var status = DataCatalog.Cli.ExitCodes.Of(error, () =>
        {
            var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(_cli.Folder, "appsettings.json")).Build();
            var faults = SettingsCheck.Faults(configuration);
            error.Write(string.Join('\n', faults));
            return faults.Count;
        });
        Assert.Equal((1, expected), (status, error.ToString().TrimEnd('\n').Replace(_cli.Folder, "{folder}", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_table_has_a_line_for_every_setting_and_the_help_and_the_documentation_name_them_all()
    {
        var properties = typeof(CatalogOptions).GetProperties().Select(property => $"{CatalogOptions.Section}:{property.Name}");
        Assert.Equal(properties.Append("urls").Order(StringComparer.Ordinal), SettingTable.Names.Order(StringComparer.Ordinal));
        var (help, documentation) = (_cli.Run("--help").Output, File.ReadAllText(Repository.PathOf("docs", "operations.md")));
        Assert.All(SettingTable.All, setting =>
        {
            Assert.Contains($"  {setting.Name} ", help, StringComparison.Ordinal);
            Assert.Contains($"| `{setting.Name}`", documentation, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_defaults_of_the_table_are_those_that_hold()
    {
        var defaults = new CatalogOptions();
        Assert.All(SettingTable.All.Where(setting => setting.IsNumber), setting =>
            Assert.Equal(setting.Default, $"{typeof(CatalogOptions).GetProperty(setting.Name.Split(':')[1])!.GetValue(defaults)}"));
    }

    public void Dispose() => _cli.Dispose();
}
