using System.Security.Cryptography;
using System.Text;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Harvesting.GeoNetwork;

/// <summary>
/// Rewrites a part of the catalogue into what GeoNetwork 4.4 reads. GeoNetwork takes contact points, creators, distributions, places and
/// themes from blank nodes only, shows all languages of a text as one text, and makes a record of each dcat:Dataset and dcat:DataService
/// from all that is near it. So the view has one language and no links among entries: a linked entry would be a second resource of the
/// record.
/// </summary>
internal sealed class GeoNetworkView
{
    private const string Language = "fr";

    private static readonly Iri[] ReadFromBlankNodes =
        [DcatTerms.ContactPoint, DcatTerms.HasDistribution, DcatTerms.Theme, DcTerms.Creator, DcTerms.Spatial];

    private static readonly Iri[] LinksAmongEntries =
        [DcatTerms.AccessService, DcatTerms.InSeries, DcatTerms.SeriesMember, DcatTerms.ServesDataset];

    private readonly Graph _part;
    private readonly Graph _view = new();
    private readonly HashSet<Resource> _blank = [];
    private readonly HashSet<Resource> _named;

    private GeoNetworkView(Graph part)
    {
        _part = part;
        _named = [.. part.Roots.Select(root => root.Id)];
        foreach (var (_, predicate, value) in part.Triples.Where(triple => triple.Object is Resource))
        {
            (IsReadFromBlankNode(predicate, value) ? _blank : _named).Add((Resource)value);
        }
    }

    /// <summary>
    /// Returns the view of a part. An IRI has the same blank node in every part, so that the views of all parts are one document. The view
    /// is for syntaxes that do not nest descriptions.
    /// </summary>
    public static Graph Of(Graph part) => new GeoNetworkView(part.InLanguage(Language)).Rewrite();

    private static bool IsReadFromBlankNode(Iri predicate, Term value) => value is Iri && ReadFromBlankNodes.Contains(predicate);

    private Graph Rewrite()
    {
        foreach (var node in _part.Nodes)
        {
            if (_blank.Contains(node.Id))
            {
                Describe(node, BlankNodeOf(node.Id));
            }

            if (!_blank.Contains(node.Id) || _named.Contains(node.Id))
            {
                Describe(node, node.Id);
            }
        }

        return _view;
    }

    private void Describe(Node node, Resource id)
    {
        var rewritten = _view.Describe(id);
        foreach (var (predicate, objects) in node.Properties.Where(property => !LinksAmongEntries.Contains(property.Predicate)))
        {
            // GeoNetwork shows each of the two addresses as a link, also when they are the same.
            var shown = predicate == DcatTerms.DownloadUrl ? objects.Except(node[DcatTerms.AccessUrl]) : objects;
            GeoNetworkTerms.Add(rewritten, PredicateOf(predicate), [.. shown.Select(value => ObjectOf(predicate, value))]);
        }
    }

    /// <summary>The catalogue links to series by dcat:dataset, as to datasets.</summary>
    private static Iri PredicateOf(Iri predicate) => predicate == DcatTerms.HasResource ? DcatTerms.HasDataset : predicate;

    private static Term ObjectOf(Iri predicate, Term value) =>
        IsReadFromBlankNode(predicate, value) ? BlankNodeOf((Resource)value) : value;

    /// <summary>Returns the blank node that stands for an IRI; its label follows from the IRI.</summary>
    private static BlankNode BlankNodeOf(Resource named) =>
        new($"n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named.ToString())).AsSpan(0, 16))}");
}
