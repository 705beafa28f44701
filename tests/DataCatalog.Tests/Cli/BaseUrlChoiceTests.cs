using DataCatalog.Configuration;

namespace DataCatalog.Tests.Cli;

public sealed class BaseUrlChoiceTests
{
    [Theory]
    [InlineData("http://localhost:5112", "http://localhost:5112", false)]
    [InlineData("http://127.0.0.1:5112/", "http://127.0.0.1:5112", false)]
    [InlineData("http://[::1]:5112", "http://[::1]:5112", false)]
    [InlineData("http://127.0.0.1", "http://127.0.0.1", false)]
    [InlineData("https://127.0.0.1", "https://127.0.0.1", false)]
    [InlineData("http://*:5112", "http://localhost:5112", true)]
    [InlineData("http://+:5112", "http://localhost:5112", true)]
    [InlineData("http://0.0.0.0:5112", "http://localhost:5112", true)]
    [InlineData("http://[::]:5112", "http://localhost:5112", true)]
    [InlineData("http://0.0.0.0:80", "http://localhost", true)]
    [InlineData("http://server.example:5112", "http://localhost:5112", true)]
    [InlineData("http://127.0.0.1:5112;http://127.0.0.1:5113", "http://localhost:5112", true)]
    [InlineData("http://127.0.0.1:0", "http://localhost:5080", true)]
    [InlineData("http://unix:/run/catalog.sock", "http://localhost:5080", true)]
    public void A_base_url_that_nobody_set_follows_the_address(string urls, string expected, bool isDoubtful)
    {
        var choice = BaseUrlChoice.Of(set: null, () => null, Listening(urls));
        Assert.Equal((expected, false, isDoubtful), (choice.Url, choice.IsSet, choice.MayBeWrong));
        Assert.Equal(isDoubtful, choice.Note is not null);
    }

    [Theory]
    [InlineData("http://*:5112", "http://*:5112 stands for every address of this machine", "http://localhost:5112")]
    [InlineData("http://127.0.0.1:5112;http://127.0.0.1:5113", "the server listens on several addresses", "http://localhost:5112")]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:0 names no fixed port", "http://localhost:5080")]
    public void A_doubtful_base_url_is_told_with_the_reason(string urls, string why, string url) => Assert.Equal(
        $"Catalog:PublicBaseUrl is not set and {why}, so all IRIs begin with {url}. "
        + "Set it before anybody else reads the catalogue: it cannot change later without renaming every entry.",
        BaseUrlChoice.Of(set: null, () => null, Listening(urls)).Note);

    [Fact]
    public void What_was_set_goes_before_what_is_remembered_and_that_before_the_address()
    {
        var listening = Listening("http://localhost:5112");
        Assert.Equal("https://a.example", BaseUrlChoice.Of("https://a.example", () => "https://b.example", listening).Url);
        var remembered = BaseUrlChoice.Of(set: null, () => "https://b.example", listening);
        Assert.Equal(("https://b.example", false), (remembered.Url, remembered.MayBeWrong));
        Assert.Contains("published as https://b.example", remembered.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080", true)]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080/catalogue", "http://[::]:5080", true)]
    [InlineData("https://data.example.org", "https://*:443", true)]
    [InlineData("http://127.0.0.1:5080", "http://localhost:5080", true)]
    [InlineData("http://192.0.2.1:5080", "http://192.0.2.1:5080", true)]
    [InlineData("http://[2001:db8::1]:5080", "http://[2001:db8::1]:5080", true)]
    [InlineData("http://localhost:5080", "http://localhost:5112", false)]
    [InlineData("http://data.example.org:5080", "http://127.0.0.1:5080", false)]
    [InlineData("https://data.example.org", "http://127.0.0.1:5080", false)]
    public void A_base_url_that_no_address_answers_is_told(string baseUrl, string listening, bool leads) =>
        Assert.Equal(leads, BaseUrlChoice.Mismatch(baseUrl, [listening]) is null);

    private static IReadOnlyList<ListeningAddress> Listening(string urls) =>
        [.. urls.Split(';').Select(url => ListeningAddress.Read("urls", url, out var fault) ?? throw new InvalidOperationException(fault))];
}
