using DataCatalog.Dcat;
using DataCatalog.Rdf;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Changes;

/// <summary>The IRI of whatever the change log names.</summary>
internal sealed class ChangeIris(CatalogIris iris, References references)
{
    public Iri Of(string kind, string id) => kind switch
    {
        Kinds.Agent => iris.Agent(id),
        Kinds.Catalog => iris.Catalog,
        Kinds.Dataset => iris.Dataset(id),
        Kinds.Model => iris.Model(id),
        Kinds.Rule => iris.Rule(id),
        Kinds.Series => iris.Series(id),
        Kinds.Service => iris.Service(id),
        Kinds.Territory => iris.Territory(id),
        Kinds.Scheme when references.Current.FindScheme(id) is { } scheme => iris.Scheme(scheme),
        Kinds.Concept when id.Split('/', 2) is [var scheme, var code] && references.Current.FindConcept(scheme, code) is { } concept =>
            iris.Concept(concept),
        _ => iris.At($"vocabularies/{id}"),
    };
}
