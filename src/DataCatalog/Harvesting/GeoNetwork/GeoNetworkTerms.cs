using System.Text.RegularExpressions;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Harvesting.GeoNetwork;

/// <summary>Adds properties in the terms that GeoNetwork 4.4 reads, beside or instead of those of DCAT-AP 3.</summary>
internal static partial class GeoNetworkTerms
{
    private const string MailScheme = "mailto:";

    private static readonly Namespace Schema = new("schema", "http://schema.org/");
    private static readonly Iri GeoJson = GeoSparql.Namespace["geoJSONLiteral"];

    /// <summary>The role of a contact point, a code of ISO 19115.</summary>
    private static readonly Literal PointOfContact = Literal.Of("pointOfContact");

    /// <summary>The properties that GeoNetwork knows by another name, which the view has too.</summary>
    private static readonly Dictionary<Iri, Iri> OtherNames = new()
    {
        [VCard.FormattedName] = VCard.Namespace["title"],
        [VCard.HasUrl] = Foaf.Homepage,
        [DcatTerms.StartDate] = Schema["startDate"],
        [DcatTerms.EndDate] = Schema["endDate"],
    };

    /// <summary>Adds a property to a node.</summary>
    public static void Add(Node node, Iri predicate, IReadOnlyList<Term> values)
    {
        if (predicate == VCard.HasEmail)
        {
            node.Add(predicate, values.Select(AddressOf));
        }
        else if (predicate == DcatTerms.BoundingBox)
        {
            node.Add(predicate, values).Add(Locn.Geometry, values.OfType<Literal>().Select(GeoJsonOf));
        }
        else if (predicate == RdfTerms.Type)
        {
            node.Add(predicate, values)
                .Add(predicate, values.Contains(DcatTerms.DatasetSeries) ? DcatTerms.Dataset : null)
                .Add(VCard.Namespace["role"], values.Contains(VCard.Organization) ? PointOfContact : null);
        }
        else if (predicate != Locn.Geometry)
        {
            node.Add(predicate, values).Add(OtherNames.GetValueOrDefault(predicate, predicate), values);
        }
    }

    /// <summary>Returns an e-mail address as text: GeoNetwork 4.4.5 reads no IRI here.</summary>
    private static Term AddressOf(Term value) => value is Iri { Value: var iri } && iri.StartsWith(MailScheme, StringComparison.Ordinal)
        ? Literal.Of(iri[MailScheme.Length..])
        : value;

    /// <summary>Returns a WKT polygon without holes as GeoJSON (RFC 7946, section 3.1.6), the only form that GeoNetwork reads.</summary>
    private static Literal GeoJsonOf(Literal polygon)
    {
        var positions = Position.Matches(polygon.Value).Select(position => $"[{position.Groups["x"]},{position.Groups["y"]}]");
        return Literal.Of($$"""{"type":"Polygon","coordinates":[[{{string.Join(',', positions)}}]]}""", GeoJson);
    }

    [GeneratedRegex(@"(?<x>-?[0-9.]+) (?<y>-?[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Position { get; }
}
