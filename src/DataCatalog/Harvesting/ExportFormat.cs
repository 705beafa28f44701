using DataCatalog.Harvesting.GeoNetwork;
using DataCatalog.Http;
using DataCatalog.Rdf;

namespace DataCatalog.Harvesting;

/// <summary>A form of the whole catalogue as one file.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="FileName">The name of the file among the dumps.</param>
/// <param name="Syntax">The syntax of the file.</param>
/// <param name="View">Returns what the file has of a part of the catalogue.</param>
internal sealed record ExportFormat(string Name, string FileName, Syntax Syntax, Func<Graph, Graph> View)
{
    /// <summary>The formats that have everything, named by the extension of their syntax.</summary>
    public static readonly IReadOnlyList<ExportFormat> Whole =
        [.. new[] { Syntax.Turtle, Syntax.JsonLd, Syntax.RdfXml, Syntax.NTriples }.Select(WholeIn)];

    /// <summary>All formats.</summary>
    public static readonly IReadOnlyList<ExportFormat> All =
        [.. Whole, new("geonetwork", "catalog-geonetwork.rdf", Syntax.RdfXml, GeoNetworkView.Of)];

    private static ExportFormat WholeIn(Syntax syntax) =>
        new(syntax.Extension.TrimStart('.'), $"catalog{syntax.Extension}", syntax, part => part);
}
