using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace DataCatalog.Storage;

/// <summary>Another thread of this process writes for longer than one waits, or a standby has not followed yet.</summary>
/// <param name="message">What one waits for.</param>
[SuppressMessage("Design", "CA1032", Justification = "It has one message and no inner exception.")]
internal sealed class BusyException(string message = "The database is being written.") : DbException(message);
