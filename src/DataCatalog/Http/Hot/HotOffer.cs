using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Http.Hot;

/// <summary>What <see cref="Representation"/> offers to keep of the answer that it is about to send.</summary>
/// <param name="Syntaxes">The syntaxes among which the request chose; one when the address names the syntax.</param>
/// <param name="IsFixed">Whether the address names the syntax.</param>
/// <param name="Form">The form of the answer.</param>
/// <param name="Bytes">The bytes; null for an answer 304.</param>
[SuppressMessage("Performance", "CA1819", Justification = "The bytes are shared with the cache of representations, not copied.")]
internal sealed record HotOffer(IReadOnlyList<Syntax> Syntaxes, bool IsFixed, HotForm Form, byte[]? Bytes);
