using DataCatalog.Configuration;
using DataCatalog.Storage.PostgreSql;
using DataCatalog.Tests.Cli;
using Npgsql;

namespace DataCatalog.Tests.Storage.PostgreSql;

/// <summary>How a database on a server is named, without a server.</summary>
public sealed class ServerTextTests
{
    private const string Password = "very-secret";
    private const string NoText = "Catalog:Database is no connection string of PostgreSQL (";

    [Theory]
    [InlineData("Host=db;Database=catalogue", true)]
    [InlineData("database=catalogue; HOST = db ;Username=a", true)]
    [InlineData("Server=db1,db2;Database=catalogue", true)]
    [InlineData("postgresql://db/catalogue", true)]
    [InlineData("POSTGRES://db/catalogue", true)]
    [InlineData("datacatalog.db", false)]
    [InlineData("/var/lib/host/catalog.db", false)]
    [InlineData("a=b.db", false)]
    [InlineData("localhost=1.db", false)]
    public void A_server_and_a_file_are_told_apart(string text, bool isServer) => Assert.Equal(isServer, ServerText.Is(text));

    [Theory]
    [InlineData("Host=db;Password=very-secret", "Catalog:Database names no database;")]
    [InlineData("postgresql://ann:very-secret@db", "Catalog:Database names no database;")]
    [InlineData("Host=;Database=catalogue;Password=very-secret", "Catalog:Database names no host;")]
    [InlineData("Host=db;Database=catalogue;Pasword=very-secret", NoText + "Couldn't set pasword")]
    [InlineData("Host=db;Port=x;Database=catalogue;Password=very-secret", NoText + "Couldn't set port")]
    [InlineData("Host=db;very-secret", NoText)]
    [InlineData("postgresql://ann:very-secret@db:port/catalogue", NoText)]
    public void A_bad_text_is_refused_at_start_and_its_password_stays_secret(string text, string beginning)
    {
        var run = CommandRun.Of([$"Catalog:Database={text}"], "reindex");
        Assert.Equal(1, run.Status);
        Assert.StartsWith(beginning, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_says_what_a_connection_string_says()
    {
        var text = ServerText.Read("postgresql://ann:se%2Fcret@db.example.org:5433/catalogue?sslmode=Require");
        Assert.Equal(
            ("ann", "se/cret", "db.example.org", 5433, "catalogue", "Require"),
            (text.Username, text.Password, text.Host, text.Port, text.Database, $"{text.SslMode}"));
    }

    [Theory]
    [InlineData("Host=db1,db2;Database=catalogue", false)]
    [InlineData("Host=db1,db2;Database=catalogue;Target Session Attributes=prefer-standby", true)]
    [InlineData("Host=db1,db2;Database=catalogue;Target Session Attributes=Standby", true)]
    [InlineData("Host=db1,db2;Database=catalogue;Target Session Attributes=prefer-primary", false)]
    [InlineData("postgresql://db1/catalogue?TargetSessionAttributes=prefer-standby", true)]
    public void A_text_may_say_that_a_standby_is_read(string text, bool prefersStandby) =>
        Assert.Equal(prefersStandby, ServerText.PrefersStandby(ServerText.Read(text)));

    [Fact]
    public void Each_server_of_a_text_has_its_own_port_and_all_else_of_it()
    {
        var text = ServerText.Read("Host=db1:5433, db2;Port=5434;Database=catalogue;Username=ann");
        Assert.Equal(
            [("tcp://db1:5433", "ann"), ("tcp://db2:5434", "ann")],
            ServerText.HostsOf(text).Select(one =>
            {
                using var connection = new NpgsqlConnection(one.ConnectionString);
                return (connection.DataSource, one.Username!);
            }));
    }

    [Fact]
    public void What_a_text_says_itself_stays()
    {
        var text = ServerText.Read("Host=db;Database=catalogue;Timeout=9;Max Auto Prepare=0");
        Assert.Equal((9, 0), (text.Timeout, text.MaxAutoPrepare));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("reindex")]
    [InlineData("export", "catalog.nt")]
    public void A_server_that_is_away_is_named_without_the_password(params string[] args)
    {
        var run = CommandRun.Of([$"Catalog:Database=Host=127.0.0.1;Port=1;Database=catalogue;Username=ann;Password={Password}"], args);
        Assert.Equal(1, run.Status);
        Assert.StartsWith("127.0.0.1:1/catalogue cannot be reached (", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public void A_copy_of_one_file_is_no_backup_of_a_server(string verb)
    {
        var run = CommandRun.Of(
            ["Catalog:Database=Host=db;Database=catalogue", "Catalog:PublicBaseUrl=http://localhost:5080"], verb, "x.db");
        Assert.Equal(
            (1, "A backup is the copy of a file. Use pg_dump and pg_restore for a database of PostgreSQL.\n"), (run.Status, run.Error));
    }

    [Fact]
    public void A_folder_of_regular_backups_needs_a_file()
    {
        var options = new CatalogOptions { Database = "Host=db;Database=catalogue", BackupFolder = "backups" };
        Assert.Equal(
            ["Catalog:BackupFolder is for a file; leave it out, and back up PostgreSQL with its own tools (pg_dump)."],
            new CatalogOptionsValidator().Validate(name: null, options).Failures);
    }
}
