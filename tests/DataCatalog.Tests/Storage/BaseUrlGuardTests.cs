using DataCatalog.Storage;

namespace DataCatalog.Tests.Storage;

public sealed class BaseUrlGuardTests : IDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Loaded();
    private readonly BaseUrlGuard _guard;

    public BaseUrlGuardTests() => _guard = new BaseUrlGuard(_catalog.Database);

    [Fact]
    public void Entries_remember_the_first_base_url()
    {
        Assert.Null(_guard.Remembered());
        _guard.CheckAndRemember("https://data.example.org/", rename: false);
        Assert.Equal("https://data.example.org", _guard.Remembered());
    }

    [Theory]
    [InlineData("https://data.example.org")]
    [InlineData("https://data.example.org/")]
    public void The_same_base_url_is_accepted_with_or_without_a_slash(string baseUrl)
    {
        _guard.CheckAndRemember("https://data.example.org", rename: false);
        _guard.CheckAndRemember(baseUrl, rename: false);
        Assert.Equal("https://data.example.org", _guard.Remembered());
    }

    [Theory]
    [InlineData("http://data.example.org")]
    [InlineData("https://other.example.org")]
    [InlineData("https://data.example.org/catalogue")]
    public void Another_base_url_is_refused_and_the_message_says_what_would_happen(string baseUrl)
    {
        _guard.CheckAndRemember("https://data.example.org", rename: false);
        var message = Assert.Throws<RefusedException>(() => _guard.CheckAndRemember(baseUrl, rename: false)).Message;
        Assert.Equal(
            $"Catalog:PublicBaseUrl is '{baseUrl}', and this database was published as 'https://data.example.org'. "
            + "The new URL would rename every IRI of the catalogue: harvesters would delete all entries and create them again. "
            + "Set the old URL again, or start the server once with --rename-base-url if that is what you want.",
            message);
        Assert.Equal("https://data.example.org", _guard.Remembered());
    }

    [Fact]
    public void Another_base_url_is_stored_when_that_is_wanted()
    {
        _guard.CheckAndRemember("https://data.example.org", rename: false);
        _guard.CheckAndRemember("https://new.example.org", rename: true);
        Assert.Equal("https://new.example.org", _guard.Remembered());
    }

    [Fact]
    public void A_database_without_entries_has_published_nothing()
    {
        using var empty = new TestCatalog();
        var guard = new BaseUrlGuard(empty.Database);
        guard.CheckAndRemember("https://data.example.org", rename: false);
        empty.Database.Write("old program", session => BaseUrlGuard.Remember(session, "https://data.example.org"));
        Assert.Null(guard.Remembered());
        guard.Check("https://other.example.org");
    }

    public void Dispose() => _catalog.Dispose();
}
