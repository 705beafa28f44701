namespace DataCatalog.Rdf.Tests;

/// <summary>A small vocabulary with every kind of key, and the names that trap JSON-LD readers.</summary>
internal static class SampleVocabulary
{
    public static readonly Namespace Dcat = new("dcat", "http://www.w3.org/ns/dcat#");
    public static readonly Namespace Dct = new("dct", "http://purl.org/dc/terms/");
    public static readonly Namespace Foaf = new("foaf", "http://xmlns.com/foaf/0.1/");
    public static readonly Namespace Cat = new("cat", "https://catalogue.example/vocab#");
    public static readonly Namespace CatDeep = new("deep", "https://catalogue.example/vocab#deep-");

    public static readonly Namespace[] Prefixes = [Dcat, Dct, Foaf, Cat, CatDeep, new("urn", "urn:example:"), Xsd.Namespace];

    public static readonly JsonLdContext Context = new(
        Prefixes,
        [
            new("title", Dct["title"], JsonLdValue.LanguageMap),
            new("name", Dct["title"], JsonLdValue.Plain),
            new("keyword", Dcat["keyword"], JsonLdValue.LanguageMap, Many: true),
            new("identifier", Dct["identifier"], JsonLdValue.Plain),
            new("issued", Dct["issued"], JsonLdValue.Typed, Xsd.Date),
            new("issuedAt", Dct["issued"], JsonLdValue.Typed, Xsd.DateTime),
            new("byteSize", Dcat["byteSize"], JsonLdValue.Typed, Xsd.NonNegativeInteger),
            new("publisher", Dct["publisher"], JsonLdValue.Node),
            new("distribution", Dcat["distribution"], JsonLdValue.Node, Many: true),
            new("count", Cat["count"], JsonLdValue.Plain, Many: true),
        ],
        new Dictionary<string, Iri>(StringComparer.Ordinal)
        {
            ["Dataset"] = Dcat["Dataset"],
            ["Distribution"] = Dcat["Distribution"],
            ["Agent"] = Foaf["Agent"],
        });
}
