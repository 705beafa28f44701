namespace DataCatalog.OpenApi;

/// <summary>Metadata of a route: the only values that a parameter of its query takes.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Values">The values.</param>
internal sealed record ClosedSet(string Parameter, IReadOnlyList<string> Values);

/// <summary>Metadata of a route: a parameter of its query takes the codes of a small vocabulary of ours.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Scheme">The vocabulary.</param>
internal sealed record CodesOf(string Parameter, string Scheme);

/// <summary>Metadata of a route: what a request means that does not give a parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value.</param>
internal sealed record UsualValue(string Parameter, int Value);

/// <summary>Metadata of a route: without this parameter of its query there is no answer.</summary>
/// <param name="Parameter">The parameter's name.</param>
internal sealed record NeededParameter(string Parameter);

/// <summary>Metadata of a route: what the page for developers sends at the first click for a parameter that may be left out.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value.</param>
internal sealed record FirstValue(string Parameter, string Value);
