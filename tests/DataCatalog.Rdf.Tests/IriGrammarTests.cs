namespace DataCatalog.Rdf.Tests;

/// <summary>RFC 3987, section 2.2.</summary>
public sealed class IriGrammarTests
{
    [Theory]
    [InlineData("https://example.org")]
    [InlineData("http://example.org/a/b;c=1,2/(d)/~e?f=g&h=/i?j#k/l?m")]
    [InlineData("https://user:secret@example.org:8443/")]
    [InlineData("https://[2001:db8::1]:80/x")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://été.example.org/été?où=là#ça")]
    [InlineData("https://example.org/%C3%A9%20")]
    [InlineData("https://example.org/🚲")]
    [InlineData("https://example.org/?private=\uE000")]
    [InlineData("https://example.org?")]
    [InlineData("https://example.org#")]
    [InlineData("https://example.org:/")]
    [InlineData("urn:isbn:0451450523")]
    [InlineData("mailto:a@example.org")]
    [InlineData("file:///etc/hosts")]
    [InlineData("a:")]
    [InlineData("tag:example.org,2026:x")]
    public void An_IRI_is_taken(string text) => Assert.Null(IriGrammar.Fault(text));

    [Theory]
    [InlineData("", "no scheme")]
    [InlineData("example.org", "no scheme")]
    [InlineData("//example.org/a:b", "no scheme")]
    [InlineData("1a:b", "no scheme")]
    [InlineData("é:b", "no scheme")]
    [InlineData("https://a.example.fr/x?a[b]=1", "'[' at character 25")]
    [InlineData("https://a.example.fr/%zz", "'%' at character 22")]
    [InlineData("https://a.example.fr/100%", "'%' at character 25")]
    [InlineData("https://a.example.fr/%4", "'%' at character 22")]
    [InlineData("https://a.example.fr/%4?1", "'%' at character 22")]
    [InlineData("https://a.example.fr/#/a#b", "'#' at character 25")]
    [InlineData("https://a.example.fr/a b", "U+0020 at character 23")]
    [InlineData("https://a.example.fr/a\"b", "'\"' at character 23")]
    [InlineData("https://a.example.fr/a\\b", "'\\' at character 23")]
    [InlineData("https://a.example.fr/{id}", "'{' at character 22")]
    [InlineData("https://a.example.fr/a|b", "'|' at character 23")]
    [InlineData("https://a.example.fr/a^b", "'^' at character 23")]
    [InlineData("https://a.example.fr/a`b", "'`' at character 23")]
    [InlineData("https://a.example.fr/<b>", "'<' at character 22")]
    [InlineData("https://a.example.fr/\u0085", "U+0085 at character 22")]
    [InlineData("https://a.example.fr/\uE000", "U+E000 at character 22")]
    [InlineData("https://a.example.fr/\uFFFD\u202E", "U+FFFD at character 22")]
    [InlineData("https://a.example.fr/\u202Ex", "U+202E at character 22")]
    [InlineData("https://a.example.fr:80a/", "the port at character 21")]
    [InlineData("https://a@b@c/", "'@' at character 12")]
    [InlineData("https://[::1", "begins no IPv6 address")]
    [InlineData("https://[v1.x]/", "begins no IPv6 address")]
    [InlineData("https://[1::2::3]/", "begins no IPv6 address")]
    [InlineData("https://[::1]a/", "the port at character 14")]
    [InlineData("https://a[::1]/", "'[' at character 10")]
    public void What_breaks_the_grammar_is_named_with_its_place(string text, string fault) =>
        Assert.Contains(fault, IriGrammar.Fault(text), StringComparison.Ordinal);

    [Fact]
    public void Half_of_a_surrogate_pair_is_none() =>
        Assert.Contains("U+D83D", IriGrammar.Fault("https://a.example.fr/" + (char)0xD83D), StringComparison.Ordinal);
}
