using DataCatalog.Configuration;
using DataCatalog.Tests.Storage;

namespace DataCatalog.Tests.Cli;

public sealed class CatalogOptionsTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("https://data.example.org")]
    [InlineData("https://data.example.org/")]
    [InlineData("https://example.org/catalogue")]
    public void A_good_base_url_is_accepted(string url) => Assert.Empty(Faults(new CatalogOptions { PublicBaseUrl = url }));

    [Theory]
    [InlineData("", "an absolute http or https URL, such as https://data.example.org")]
    [InlineData("data.example.org", "an absolute http or https URL, such as https://data.example.org")]
    [InlineData("/datasets", "an absolute http or https URL, such as https://data.example.org")]
    [InlineData("ftp://example.org", "an absolute http or https URL, such as https://data.example.org")]
    [InlineData("https://example.org?x=1", "a URL without query, fragment or user name")]
    [InlineData("https://example.org#top", "a URL without query, fragment or user name")]
    [InlineData("https://example.org/?", "a URL without query, fragment or user name")]
    [InlineData("https://user@example.org", "a URL without query, fragment or user name")]
    [InlineData("https://example.org/a b", "a URL without spaces or unescaped characters")]
    public void A_bad_base_url_is_refused_by_name(string url, string expected) =>
        Assert.Equal(
            $"Catalog:PublicBaseUrl is '{url}'; expected {expected}.", Assert.Single(Faults(new CatalogOptions { PublicBaseUrl = url })));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 100)]
    [InlineData(1000, 1000)]
    public void Good_page_sizes_are_accepted(int size, int most) =>
        Assert.Empty(Faults(new CatalogOptions { PageSize = size, MaxPageSize = most }));

    [Theory]
    [InlineData(0, 100, "Catalog:PageSize is 0; expected 1 to Catalog:MaxPageSize (100).")]
    [InlineData(-1, 100, "Catalog:PageSize is -1; expected 1 to Catalog:MaxPageSize (100).")]
    [InlineData(101, 100, "Catalog:PageSize is 101; expected 1 to Catalog:MaxPageSize (100).")]
    [InlineData(20, 1001, "Catalog:MaxPageSize is 1001; expected 1 to 1000.")]
    [InlineData(1, 0, "Catalog:MaxPageSize is 0; expected 1 to 1000.|Catalog:PageSize is 1; expected 1 to Catalog:MaxPageSize (0).")]
    public void Bad_page_sizes_are_refused_by_name(int size, int most, string expected) =>
        Assert.Equal(expected, string.Join('|', Faults(new CatalogOptions { PageSize = size, MaxPageSize = most })));

    [Theory]
    [InlineData("donnees@mairie.example")]
    [InlineData("https://mairie.example/contact")]
    public void A_contact_is_a_mailbox_or_a_page(string contact) => Assert.Empty(Faults(new CatalogOptions { Contact = contact }));

    [Theory]
    [InlineData("")]
    [InlineData("mairie")]
    [InlineData("mailto:donnees@mairie.example")]
    [InlineData("La mairie <donnees@mairie.example>")]
    public void Another_contact_is_refused_by_name(string contact) =>
        Assert.Equal(
            $"Catalog:Contact is '{contact}'; expected an e-mail address or an http or https URL, or leave it out.",
            Assert.Single(Faults(new CatalogOptions { Contact = contact })));

    [Theory]
    [InlineData("mairie")]
    [InlineData("http//mairie.example")]
    public void Another_contact_for_security_is_refused_by_name(string contact) =>
        Assert.Equal(
            $"Catalog:SecurityContact is '{contact}'; expected an e-mail address or an http or https URL, or leave it out.",
            Assert.Single(Faults(new CatalogOptions { SecurityContact = contact })));

    [Theory]
    [InlineData("Hébergeur SA; 1 rue de l'Exemple, 35000 Rennes; +33 2 00 00 00 00")]
    [InlineData("Hébergeur SA;1 rue de l'Exemple;02.00.00.00.00")]
    public void A_host_has_a_name_an_address_and_a_phone_number(string host) => Assert.Empty(Faults(new CatalogOptions { Host = host }));

    [Theory]
    [InlineData("")]
    [InlineData("Hébergeur SA")]
    [InlineData("Hébergeur SA; 1 rue de l'Exemple")]
    [InlineData("Hébergeur SA; ; +33 2 00 00 00 00")]
    [InlineData("Hébergeur SA; 1 rue de l'Exemple; sur demande")]
    [InlineData("Hébergeur SA; 1 rue de l'Exemple; 12")]
    [InlineData("Hébergeur SA; 1 rue; +33 2 00 00 00 00; encore")]
    public void Another_host_is_refused_by_name(string host) => Assert.Equal(
        $"Catalog:Host is '{host}'; expected a name, an address and a phone number with ';' between them, or leave it out.",
        Assert.Single(Faults(new CatalogOptions { Host = host })));

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(
        5, Faults(new CatalogOptions { PublicBaseUrl = "x", Database = " ", SeedData = "", PageSize = 0, MaxPageSize = 0 }).Count);

    [Fact]
    public void The_seed_is_found_above_the_current_directory_or_beside_the_program()
    {
        using var folder = new TemporaryFolder();
        var seed = Directory.CreateDirectory(folder.PathOf("clone", "seed-data")).FullName;
        var deep = Directory.CreateDirectory(folder.PathOf("clone", "src", "DataCatalog")).FullName;
        var elsewhere = Directory.CreateDirectory(folder.PathOf("elsewhere")).FullName;
        Assert.Equal(seed, SeedDataFolder.Find("seed-data", deep, elsewhere));
        Assert.Equal(seed, SeedDataFolder.Find("seed-data", elsewhere, folder.PathOf("clone")));
        Assert.Equal(seed, SeedDataFolder.Find(seed, elsewhere));
        Assert.Equal(folder.PathOf("elsewhere", "none"), SeedDataFolder.Find("none", elsewhere, deep));
    }

    private static List<string> Faults(CatalogOptions options) => [.. new CatalogOptionsValidator().Validate(null, options).Failures ?? []];
}
