using System.ComponentModel.DataAnnotations;

namespace DataCatalog.OpenApi.Schemas;

/// <summary>An error (RFC 9457).</summary>
/// <param name="Type">What kind of error it is: stable, for programs.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong here, and what to do.</param>
/// <param name="Parameter">Of a 400: the query parameter that cannot be used.</param>
/// <param name="Available">Of a 406: the media types that are served.</param>
/// <param name="WithdrawnAt">Of a 410: when it was withdrawn.</param>
/// <param name="TraceId">What the log of the service calls the request.</param>
internal sealed record ProblemSchema(
    string Type, string Title, [property: Range(400, 599)] int Status, string Detail, string? Parameter, IReadOnlyList<string>? Available,
    DateTimeOffset? WithdrawnAt, string? TraceId);
