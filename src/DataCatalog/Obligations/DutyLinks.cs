using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Obligations.Judging;
using DataCatalog.Rdf;

namespace DataCatalog.Obligations;

/// <summary>The addresses of what is said about rules for one territory, with what the request says of its authority.</summary>
internal sealed class DutyLinks
{
    private readonly CatalogIris _iris;
    private readonly string _query;

    /// <summary>Creates the addresses.</summary>
    /// <param name="iris">The addresses of this catalogue.</param>
    /// <param name="territory">The id of the territory.</param>
    /// <param name="statements">What the request says about its authority.</param>
    public DutyLinks(CatalogIris iris, string territory, Statements statements)
    {
        _iris = iris;
        _query = string.Join('&', [$"territory={Uri.EscapeDataString(territory)}", .. statements.Parameters]);
    }

    /// <summary>Returns the address of one rule, which says all that is known of it for the territory.</summary>
    public Iri Of(LegalRule rule) => _iris.At(Listing.AddressOf($"rules/{rule.Id}", _query));

    /// <summary>Returns the list of the rules that may apply and depend on a condition.</summary>
    /// <param name="condition">The code of the condition, or <c>staff</c>.</param>
    /// <param name="competence">The only competence, or group of competences, of the rules; null for all.</param>
    public Iri Asking(string condition, string? competence) => _iris.At(Listing.AddressOf(
        "rules", competence is null ? "" : $"competence={competence}", $"condition={condition}", "applies=only-if", _query));
}
