namespace DataCatalog.OpenApi;

/// <summary>Metadata of a route: all values that a query parameter allows.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Values">The values.</param>
internal sealed record ClosedSet(string Parameter, IReadOnlyList<string> Values);

/// <summary>Metadata of a route: a query parameter takes the codes of a small vocabulary of ours.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Scheme">The vocabulary.</param>
internal sealed record CodesOf(string Parameter, string Scheme);

/// <summary>Metadata of a route: the default of a query parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value.</param>
internal sealed record UsualValue(string Parameter, int Value);

/// <summary>Metadata of a route: a query parameter is required.</summary>
/// <param name="Parameter">The parameter's name.</param>
internal sealed record NeededParameter(string Parameter);

/// <summary>Metadata of a route: the value that Swagger UI proposes for an optional query parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value.</param>
internal sealed record FirstValue(string Parameter, string Value);
