using System.Collections.Concurrent;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat;

/// <summary>
/// The IRIs of this catalogue: each is the address at which the thing it names is described. They all begin with the public base URL,
/// which is configuration and never comes from a request.
/// </summary>
public sealed class CatalogIris
{
    /// <summary>Creates the IRIs below the public base URL.</summary>
    /// <param name="publicBaseUrl">An absolute http or https URL without query or fragment; a slash at its end is dropped.</param>
    public CatalogIris(string publicBaseUrl)
    {
        BaseUrl = publicBaseUrl.TrimEnd('/');
        Terms = new Namespace("cat", $"{BaseUrl}/vocab#");
        Home = new Iri($"{BaseUrl}/");
        Catalog = At("catalog");
        Vocabulary = At("vocab");
    }

    private readonly ConcurrentDictionary<string, Iri> _terms = new(StringComparer.Ordinal);

    public string BaseUrl { get; }

    /// <summary>The namespace of our own terms.</summary>
    public Namespace Terms { get; }

    /// <summary>One of our own terms. Mappings name the same ones again and again, so they are kept.</summary>
    /// <param name="name">A name of <see cref="Vocabulary.CatTerms"/>, never a text of a request.</param>
    public Iri Term(string name) => _terms.GetOrAdd(name, static (term, terms) => terms[term], Terms);

    public Iri Home { get; }

    public Iri Catalog { get; }

    public Iri Vocabulary { get; }

    /// <summary>The IRI of a path below the base URL. The path has no slash at its beginning.</summary>
    public Iri At(string path) => new($"{BaseUrl}/{path}");

    public Iri Dataset(string id) => At($"datasets/{id}");

    public Iri Distribution(string id) => At($"distributions/{id}");

    public Iri Service(string id) => At($"services/{id}");

    public Iri Series(string id) => At($"series/{id}");

    public Iri Model(string id) => At($"models/{id}");

    public Iri Rule(string id) => At($"rules/{id}");

    public Iri Agent(string id) => At($"agents/{id}");

    public Iri Territory(string id) => At($"territories/{id}");

    /// <summary>The IRI of a vocabulary: that of its maintainers, or ours where it has none.</summary>
    public Iri Scheme(ConceptScheme scheme) => scheme.Iri is null ? At($"vocabularies/{scheme.Id}") : new Iri(scheme.Iri);

    /// <summary>The IRI of a term: that of its maintainers, or ours where it has none.</summary>
    public Iri Concept(Concept concept) => concept.Iri is null ? ConceptAddress(concept) : new Iri(concept.Iri);

    /// <summary>The address of a term here, whoever maintains it.</summary>
    public Iri ConceptAddress(Concept concept) => At($"vocabularies/{concept.Id}");

    /// <summary>The IRI of a part of a resource. Parts have IRIs so that no harvester meets a blank node.</summary>
    public static Iri Part(Iri whole, string name) => new($"{whole.Value}#{name}");
}
