using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// The one mapping from records to RDF (DCAT-AP 3.0.1). Every syntax and every address starts from it. A document has all that a
/// harvester needs to understand it (typed and labelled nodes). The nodes inside it link to nothing further, because a harvester copies
/// whatever it can reach.
/// </summary>
/// <param name="iris">The addresses of this catalogue.</param>
/// <param name="references">The records that entries refer to. A missing one means a broken database, hence an exception.</param>
public sealed partial class DcatMapping(CatalogIris iris, IReferences references)
{
    private readonly LeafNodes _leaves = new(iris, references);

    private Iri Cat(string term) => iris.Term(term);

    private static IEnumerable<Term> Texts(LanguageMap? texts) =>
        texts is null ? [] : texts.Select(text => Literal.InLanguage(text.Value, text.Key));

    private static Literal? Text(string? text) => text is null ? null : Literal.Of(text);

    private static Iri? Link(string? url) => url is null ? null : new Iri(url);

    private static Node? Document(Graph graph, string? url) => url is null ? null : LeafNodes.Document(graph, url);

    private static Literal? Date(PartialDate? date) => date is null ? null : Literal.Of(date.Value.Text, date.Value.Text.Length switch
    {
        4 => Xsd.GYear,
        7 => Xsd.GYearMonth,
        _ => Xsd.Date,
    });

    private static Literal? Number(int? number) => number is null ? null : Literal.Of(number.Value);

    private static T Required<T>(T? found, string id)
        where T : class =>
        found ?? throw new InvalidOperationException($"'{id}' is referred to and not in the database.");
}
